import { createHash } from "node:crypto";
import { hashAddress } from "#core/address/hash-address.ts";
import { readAddress } from "#core/address/normalise-address.ts";
import { deterministicId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { isAutomatic } from "#core/reply/is-automatic.ts";
import { ownText } from "#core/reply/own-text.ts";
import { readReplyAddress } from "#core/token/reply-address.ts";
import type { Instant } from "#core/time/instant.ts";
import type { TokenSubject } from "#core/token/token.ts";
import type { Logger } from "#functions/runtime/logger.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { applyFact } from "./apply-fact.ts";
import { standsFor } from "./merge/stands-for.ts";
import { notifyOwner } from "./notify-owner.ts";
import { type ReceivedMail, readMail } from "./read-mail.ts";
import type { MailWorkshop } from "./workshop.ts";

/**
 * Takes in one received mail: whose it is (by the signed token in the address it was sent to, else by its sender), whether
 * a person wrote it, and what follows. A person's reply stops their sequences and tells the owner; a machine's is kept in
 * the timeline and does nothing else. `at` is when it was stored, the same at every retry.
 */
export async function receiveReply(workshop: MailWorkshop, key: string, raw: Uint8Array, at: Instant, log: Logger): Promise<void> {
  const mail = await readMail(raw);
  const subject = await subjectOf(workshop, mail);
  if (subject === undefined) {
    log.warn("a received mail belongs to nobody we know", { key });
    return;
  }
  const { person, message } = await known(workshop, subject);
  if (person === undefined) {
    log.warn("a received mail names a person who is not in the base", { key, personId: subject.personId });
    return;
  }
  const automatic = isAutomatic(mail.headers);
  const id = deterministicId(
    "reply",
    at,
    mail.messageId === "" ? createHash("sha256").update(raw).digest("hex") : mail.messageId,
    subject.personId,
  );
  const fact: Extract<Fact, { kind: "reply" }> = {
    kind: "reply",
    id,
    at,
    messageId: subject.messageId,
    subject: mail.subject,
    text: ownText(mail.text),
    automatic,
  };
  await applyFact(workshop, subject.personId, fact);
  if (automatic) return;
  if (message !== undefined) {
    await workshop.stores.messages.update(subject.personId, message, { set: { repliedAt: at }, unless: "repliedAt" });
  }
  const told = await notifyOwner(workshop, person, fact);
  if (told.kind === "later") throw new TransientFault("owner-not-told", `The owner will be told of the reply ${id} later.`);
}

async function known(
  workshop: MailWorkshop,
  subject: TokenSubject,
): Promise<{ readonly person: Person | undefined; readonly message: TokenSubject["messageId"] }> {
  return { person: (await standsFor(workshop.stores, subject.personId))?.person, message: subject.messageId };
}

async function subjectOf(workshop: MailWorkshop, mail: ReceivedMail): Promise<TokenSubject | undefined> {
  const rootKey = await workshop.stores.secrets.rootKey(() => workshop.runtime.random(32));
  for (const recipient of mail.recipients) {
    const token = readReplyAddress(rootKey, recipient);
    if (token.kind === "valid") return token.subject;
  }
  const sender = readAddress(mail.from);
  if (sender.kind === "impossible") return undefined;
  const { personId, as } = await workshop.stores.addresses.find(hashAddress(sender.address));
  return personId === undefined ? undefined : { personId: as ?? personId };
}
