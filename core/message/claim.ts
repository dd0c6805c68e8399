import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { MessageId } from "#core/id/id.ts";
import type { AttributeValue } from "#core/person/attribute.ts";
import type { Person } from "#core/person/person.ts";
import type { Because } from "#core/reason/because.ts";
import { type Instant, minute } from "#core/time/instant.ts";
import type { Message } from "./message.ts";

/** How long a claim gives its maker to hear from SES, in milliseconds: far longer than SES takes. */
export const claimLength = minute;

/** The record that claims a mail, before SES is asked to take it. */
export function newClaim(input: {
  readonly id: MessageId;
  readonly person: Pick<Person, "id">;
  readonly enrollment?: Pick<Enrollment, "id" | "sequence" | "version">;
  readonly step: string;
  readonly email: string;
  readonly emailVersion: number;
  readonly rendered: { readonly locale: string; readonly subject: string; readonly data: Readonly<Record<string, AttributeValue>> };
  readonly because: Because;
  readonly now: Instant;
  readonly purpose: Message["purpose"];
  readonly to?: string;
}): Message {
  const { enrollment } = input;
  return {
    id: input.id,
    personId: input.person.id,
    purpose: input.purpose,
    ...(input.to === undefined ? {} : { to: input.to }),
    ...(enrollment === undefined ? {} : { enrollmentId: enrollment.id, sequence: enrollment.sequence, version: enrollment.version }),
    step: input.step,
    email: input.email,
    emailVersion: input.emailVersion,
    locale: input.rendered.locale,
    subject: input.rendered.subject,
    data: { ...input.rendered.data },
    state: "claimed",
    because: input.because,
    attempt: 1,
    claimedAt: input.now,
    claimUntil: input.now + claimLength,
  };
}
