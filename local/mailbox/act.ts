import { randomBytes } from "node:crypto";
import * as z from "zod";
import { type Instant, second } from "#core/time/instant.ts";
import type { HandedOver } from "#local/bus/invocations.ts";
import { answerAddress, bareAddress, countsOpens, type StoredMail } from "#local/mail/mail.ts";
import type { ObjectFolder } from "#local/mail/object-folder.ts";
import type { Ses } from "#local/mail/ses.ts";
import { simulatedFate } from "#local/mail/simulator.ts";
import type { SuppressionList } from "#local/mail/suppression-list.ts";
import type { Clock } from "#local/time/clock.ts";
import { linksOf } from "./links.ts";
import { writeReply } from "./write-reply.ts";

const by = z.enum(["person", "machine"]).default("person");

/** What the recipient of a mail, or a machine in front of them, may do with it. */
export const actSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("click"), url: z.string(), by }),
  z.strictObject({ type: z.literal("open"), by }),
  z.strictObject({ type: z.literal("bounce") }),
  z.strictObject({ type: z.literal("complaint") }),
  z.strictObject({ type: z.literal("reply"), text: z.string().min(1), automatic: z.boolean().default(false) }),
]);
export type Act = z.infer<typeof actSchema>;

/** `failed` says why a function gave up on it; `ignored` why nothing is told of it. */
export type Acted =
  | { readonly kind: "done" }
  | { readonly kind: "ignored"; readonly because: "not-measured" | "answered-elsewhere"; readonly reason: string }
  | { readonly kind: "refused"; readonly problem: string }
  | { readonly kind: "failed"; readonly problem: string };

export interface ActParts {
  readonly clock: Clock;
  readonly ses: Ses;
  readonly suppression: SuppressionList;
  readonly objects: ObjectFolder;
  /** Whether mail to an address comes to us. */
  readonly receives: (address: string) => Promise<boolean>;
}

/** A person does not click before they have read; and takes time from one link to the next. */
const readingTime = 30 * second;
const timeBetweenLinks = 15 * second;

const personsProgram = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";
const scannersProgram = "Mozilla/5.0 (compatible; MailGateway-LinkScanner/4.2)";

/** Acts as a mail's recipient would. Done when the functions have worked on what follows, or have given up. */
export function createActor(parts: ActParts): (mail: StoredMail, act: Act) => Promise<Acted> {
  const lastClicks = new Map<string, Instant>();
  return async (mail, act) => {
    const { clock, ses, suppression } = parts;
    switch (act.type) {
      case "click": {
        if (!linksOf(mail.html ?? "").some(({ url }) => url === act.url) && !(mail.text ?? "").includes(act.url)) {
          return { kind: "refused", problem: "This mail has no such link." };
        }
        if (act.by === "machine")
          return settled(await ses.tell(mail, { kind: "Click", link: act.url, userAgent: scannersProgram }, clock.now()));
        // Reading takes its time, so the clock is where the person is when they click.
        await clock.moveTo(Math.max(mail.sentAt + readingTime, (lastClicks.get(mail.id) ?? 0) + timeBetweenLinks));
        lastClicks.set(mail.id, clock.now());
        return settled(await ses.tell(mail, { kind: "Click", link: act.url, userAgent: personsProgram }, clock.now()));
      }
      case "open":
        if (!countsOpens(mail))
          return { kind: "ignored", because: "not-measured", reason: "This person did not agree to be measured: their mail has no pixel." };
        return settled(
          await ses.tell(mail, { kind: "Open", userAgent: act.by === "person" ? personsProgram : scannersProgram }, clock.now()),
        );
      case "bounce":
        await suppress(suppression, mail, "BOUNCE", clock.now());
        return settled(await ses.tell(mail, { kind: "Bounce", subType: "General" }, clock.now()));
      case "complaint":
        await suppress(suppression, mail, "COMPLAINT", clock.now());
        return settled(await ses.tell(mail, { kind: "Complaint" }, clock.now()));
      case "reply":
        return reply(parts, mail, act);
    }
  };
}

async function reply(parts: ActParts, mail: StoredMail, act: Extract<Act, { type: "reply" }>): Promise<Acted> {
  const to = answerAddress(mail);
  if (!(await parts.receives(to)))
    return { kind: "ignored", because: "answered-elsewhere", reason: `Answers to this mail go to ${to}, not to Relance.` };
  return settled(await storeReply(parts, mail, act));
}

/** Puts a recipient's answer where SES stores received mail. */
export async function storeReply(
  { clock, objects }: Pick<ActParts, "clock" | "objects">,
  mail: StoredMail,
  reply: { readonly text: string; readonly automatic: boolean },
): Promise<HandedOver> {
  const at = clock.now();
  return objects.put(randomBytes(20).toString("hex"), await writeReply(mail, { ...reply, at }), at);
}

/** Like SES, which keeps an account's own list of addresses that bounced or complained; its simulator's addresses excepted. */
async function suppress(list: SuppressionList, mail: StoredMail, reason: "BOUNCE" | "COMPLAINT", at: Instant): Promise<void> {
  for (const address of mail.to.map(bareAddress)) {
    if (simulatedFate(address) === undefined) await list.add(address, reason, at);
  }
}

async function settled(handedOver: HandedOver): Promise<Acted> {
  const gaveUp = (await handedOver.outcomes()).filter((outcome) => outcome.kind === "gave-up");
  if (gaveUp.length === 0) return { kind: "done" };
  return { kind: "failed", problem: gaveUp.map(({ target, problem }) => `${target} gave up: ${problem}`).join(" ") };
}
