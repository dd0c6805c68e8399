import { type Instant, minute } from "#core/time/instant.ts";
import type { MailWorkshop } from "./workshop.ts";

/** How long the event of a probe has to come back, in milliseconds. */
export const probeTime = 2 * minute;

/** Probes are this far apart at least, whoever asks for them. */
const between = 10 * minute;

/** SES's mailbox simulator: takes every mail, bothers nobody, counts towards no reputation. */
const simulator = "success@simulator.amazonses.com";

const probed = new WeakMap<MailWorkshop, Instant>();

/**
 * Sends a mail to nobody, so that its event can prove that SES's events reach us: without a later mail the silence about an
 * earlier one would mean nothing. Answers whether one is under way.
 */
export async function probeFeedback(workshop: MailWorkshop): Promise<boolean> {
  const now = workshop.runtime.now();
  const last = probed.get(workshop);
  if (last !== undefined && now - last < between) return now - last < probeTime;
  probed.set(workshop, now);
  const { sender } = await workshop.definitions.settings();
  const text = "Relance asks whether SES's events reach it. This mail goes to SES's mailbox simulator and to nobody else.";
  const answer = await workshop.mailer.send({
    from: sender,
    to: simulator,
    replyTo: sender.address,
    subject: "Relance: feedback probe",
    html: `<p>${text}</p>`,
    text,
    headers: { "Auto-Submitted": "auto-generated" },
    tags: {},
    countOpens: false,
  });
  return answer.kind === "accepted";
}
