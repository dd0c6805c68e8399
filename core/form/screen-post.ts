import { type Sign, signSentence } from "#core/submission/sign.ts";
import type { FieldProblem } from "./field-problem.ts";
import type { AddressRule, Protection, Rate } from "./protection.ts";
import { roleOf } from "./role-address.ts";

/** What is known of one post when it is judged. Figures count this post too. */
export interface PostEvidence {
  readonly isTrapFilled: boolean;
  /** How long after its page was shown it came, in milliseconds; undefined where the page does not say. */
  readonly filledIn: number | "forged" | undefined;
  readonly email: string | undefined;
  readonly isDisposable: boolean;
  readonly ofAddress: number;
  readonly ofNetwork: number;
  readonly challenge: "not-asked" | "passed" | "failed" | "missing" | "down";
}

/**
 * What becomes of a post. `discard` is answered like `take`, so that a machine learns nothing, and a person of the team can take it
 * in after all; `refuse` is told to its writer, who may mend it; `hold` waits in quarantine.
 */
export type Screening =
  | { readonly kind: "take"; readonly signs: readonly Sign[] }
  | { readonly kind: "discard"; readonly signs: readonly Sign[]; readonly reason: string }
  | { readonly kind: "hold"; readonly signs: readonly Sign[]; readonly reason: string; readonly remedy: string }
  | { readonly kind: "refuse"; readonly code: FieldProblem["code"]; readonly problem: string; readonly remedy: string };

type Effect = AddressRule | "hold";

/** Under so many milliseconds, nobody has read a form, let alone filled it: marked even where its author set no minimum. */
const tooQuick = 1_000;

/** Judges a post by its form's rules: a pure decision over what was found out. The gravest sign decides; all of them are told. */
export function screenPost(protection: Protection, evidence: PostEvidence): Screening {
  const found = [...machineSigns(protection, evidence), ...addressSigns(protection, evidence), ...challengeSigns(protection, evidence)];
  const signs = found.flatMap(({ sign, effect }) => (effect === "accept" ? [] : [sign]));
  const gravest = (effect: Effect): Sign | undefined => found.find((one) => one.effect === effect)?.sign;
  const discarded = gravest("discard");
  if (discarded !== undefined) return { kind: "discard", signs, reason: signSentence(discarded) };
  const refused = gravest("refuse");
  if (refused !== undefined) return refusal(refused);
  const held = gravest("hold");
  if (held === undefined) return { kind: "take", signs };
  return { kind: "hold", signs, reason: signSentence(held), remedy: "Look whether a person wrote it, and take it in." };
}

interface Found {
  readonly sign: Sign;
  readonly effect: Effect;
}

function machineSigns({ minimumSeconds, perAddress, perNetwork }: Protection, evidence: PostEvidence): readonly Found[] {
  const { filledIn, ofAddress, ofNetwork } = evidence;
  const found: Found[] = [];
  if (evidence.isTrapFilled) found.push({ sign: { code: "trap-filled" }, effect: "discard" });
  if (filledIn === "forged") found.push({ sign: { code: "token-forged" }, effect: "discard" });
  else if (filledIn !== undefined) {
    const sign: Sign = { code: "filled-fast", found: Math.round(filledIn / 100) / 10 };
    if (minimumSeconds !== undefined && filledIn < minimumSeconds * 1_000) found.push({ sign, effect: "discard" });
    else if (minimumSeconds === undefined && filledIn < tooQuick) found.push({ sign, effect: "flag" });
  }
  if (isOver(perAddress, ofAddress)) found.push({ sign: { code: "many-from-address", found: ofAddress }, effect: "discard" });
  if (isOver(perNetwork, ofNetwork)) found.push({ sign: { code: "many-from-network", found: ofNetwork }, effect: "discard" });
  return found;
}

function isOver(rate: Rate | undefined, count: number): boolean {
  return rate !== undefined && count > rate.most;
}

function addressSigns(
  { disposable = "flag", roleAddress = "accept" }: Protection,
  { email, isDisposable }: PostEvidence,
): readonly Found[] {
  const role = email === undefined ? undefined : roleOf(email);
  const domain = email?.slice(email.lastIndexOf("@") + 1);
  return [
    ...(isDisposable && domain !== undefined ? [{ sign: { code: "disposable-address", found: domain }, effect: disposable } as const] : []),
    ...(role === undefined ? [] : [{ sign: { code: "role-address", found: role }, effect: roleAddress } as const]),
  ];
}

function challengeSigns(protection: Protection, { challenge }: PostEvidence): readonly Found[] {
  switch (challenge) {
    case "not-asked":
    case "passed":
      return [];
    case "failed":
      return [{ sign: { code: "challenge-failed" }, effect: "discard" }];
    case "missing":
      return [{ sign: { code: "challenge-missing" }, effect: "discard" }];
    case "down":
      return [{ sign: { code: "challenge-down" }, effect: protection.challenge?.whenDown ?? "flag" }];
  }
}

function refusal(sign: Sign): Screening {
  const isRole = sign.code === "role-address";
  return {
    kind: "refuse",
    code: isRole ? "address-shared" : "address-thrown-away",
    problem: signSentence(sign),
    remedy: isRole ? "Enter an address of your own." : "Enter an address that you will keep.",
  };
}
