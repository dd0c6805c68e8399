import * as z from "zod";

/** What spoke against an arrival's being a person's own, or what could not be found out about it. */
export const signCodes = [
  "trap-filled",
  "filled-fast",
  "token-forged",
  "many-from-address",
  "many-from-network",
  "disposable-address",
  "role-address",
  "challenge-failed",
  "challenge-missing",
  "challenge-down",
  "said-spam",
] as const;
export type SignCode = (typeof signCodes)[number];

/** One of them, with the figure or word that was found: seconds, posts, a domain. */
export const signSchema = z.object({ code: z.enum(signCodes), found: z.union([z.string(), z.number()]).optional() });
export type Sign = z.infer<typeof signSchema>;

/** A sign in a sentence, for the submission's reason. */
export function signSentence({ code, found }: Sign): string {
  switch (code) {
    case "trap-filled":
      return "A field that people do not see was filled.";
    case "filled-fast":
      return `It was filled in ${found ?? 0} s, faster than people do.`;
    case "token-forged":
      return "The page's own sign of when it was shown is not ours.";
    case "many-from-address":
      return `It is post number ${found ?? 0} with this address in a short time.`;
    case "many-from-network":
      return `It is post number ${found ?? 0} from this network in a short time.`;
    case "disposable-address":
      return `Addresses at ${found ?? "this domain"} are made to be thrown away.`;
    case "role-address":
      return `${found ?? "It"}@ is a shared mailbox, and nobody's own.`;
    case "challenge-failed":
      return "The check against machines was not passed.";
    case "challenge-missing":
      return "The check against machines was not made.";
    case "challenge-down":
      return "The check against machines could not be asked.";
    case "said-spam":
      return "Somebody of the team said that it is spam.";
  }
}
