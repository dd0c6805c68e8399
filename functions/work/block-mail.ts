import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { PersonId } from "#core/id/id.ts";
import { newClaim } from "#core/message/claim.ts";
import { messageIdOf } from "#core/message/message-id.ts";
import { type BlockCode, isBlocking } from "#core/message/block.ts";
import { because } from "#core/reason/sentences.ts";
import type { StepAtHand } from "#core/sequence/verdict.ts";
import type { Workshop } from "./workshop.ts";

/**
 * Keeps whoever has read a run a moment ago from sending one of its mails: their claim finds the place taken. Whether the mail
 * is certain not to leave to `to`; false where somebody came first.
 */
export async function blockMail(
  { stores, runtime }: Workshop,
  to: PersonId,
  run: Enrollment,
  mail: StepAtHand,
  code: BlockCode,
): Promise<boolean> {
  const id = messageIdOf(run, mail);
  const claim = newClaim({
    id,
    person: { id: to },
    enrollment: run,
    step: mail.step,
    email: "",
    emailVersion: 0,
    rendered: { locale: "", subject: "", data: {} },
    because: because(code),
    now: runtime.now(),
    purpose: "marketing",
  });
  const claimed = await stores.messages.claim({ ...claim, state: "refused" });
  if (claimed.kind === "claimed") return true;
  const { state } = claimed.by;
  if (state === "refused") return isBlocking(claimed.by);
  // SES said that it has not taken it: nobody has, and nobody will.
  if (state !== "unsent") return false;
  return (await stores.messages.update(to, id, { set: { state: "refused", because: because(code) }, from: ["unsent"] })).kind === "updated";
}
