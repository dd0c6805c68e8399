import type { ConsentLine, ConsentProof } from "#contract/consent.ts";
import { hashOfJson } from "#core/consent/canonical-json.ts";
import type { ConsentEvent } from "#core/consent/consent-event.ts";
import { consentTexts } from "#core/consent/consent-texts.ts";
import type { MessageId } from "#core/id/id.ts";
import type { Message } from "#core/message/message.ts";
import { stands } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import type { Settings } from "#core/settings/settings.ts";
import { type Instant, toIso } from "#core/time/instant.ts";
import { isoOrNull } from "./instants.ts";
import { reasonView } from "./texts.ts";

/** The mails that lines of the proof name, as they were sent; one that is no more is known by its id alone. */
export type NamedMails = ReadonlyMap<string, Message>;

export function consentLine(event: ConsentEvent, mails: NamedMails): ConsentLine {
  const { id, at, purpose, act, because, messageId } = event;
  return {
    id,
    at: toIso(at),
    purpose,
    act,
    what: consentTexts(purpose, act),
    because: because === undefined ? null : reasonView({ code: because }),
    basis: event.basis ?? null,
    givenAt: isoOrNull(event.givenAt),
    source: event.source ?? null,
    text: event.text ?? null,
    textVersion: event.textVersion ?? null,
    formVersion: event.formVersion ?? null,
    ip: event.ip ?? null,
    submissionId: event.submissionId ?? null,
    mail: messageId === undefined ? null : mailOf(messageId, mails.get(messageId)),
    until: isoOrNull(event.until),
    how: event.how ?? null,
    by: event.by ?? null,
    reason: event.reason ?? null,
  };
}

function mailOf(id: MessageId | string, message: Message | undefined): ConsentLine["mail"] {
  return { id, subject: message?.subject ?? null, sentAt: isoOrNull(message?.sentAt) };
}

/** The document that proves what somebody agreed to: everything that happened, in order, and a hash by which it can be checked. */
export function consentProof(input: {
  readonly person: Person;
  readonly events: readonly ConsentEvent[];
  readonly mails: NamedMails;
  readonly settings: Pick<Settings, "company" | "timeZone">;
  readonly now: Instant;
}): ConsentProof {
  const { person, settings } = input;
  const names = ["firstName", "lastName"].map((name) => person.attributes[name]?.value).filter((value) => typeof value === "string");
  const proof: Omit<ConsentProof, "hash"> = {
    format: "relance-consent-proof/1",
    company: settings.company,
    madeAt: toIso(input.now),
    timeZone: settings.timeZone,
    person: {
      id: person.id,
      email: person.email,
      name: names.length === 0 ? null : names.join(" "),
      otherAddresses: (person.aliases ?? []).map(({ email }) => email),
    },
    stands: (["marketing", "measurement"] as const).flatMap((purpose) => {
      const basis = person.consent[purpose];
      if (!stands(basis)) return [];
      return [{ purpose, basis: basis.basis, since: toIso(basis.at), confirmedAt: isoOrNull(basis.confirmedAt) }];
    }),
    awaited: person.consent.awaited === undefined ? null : { until: toIso(person.consent.awaited.until) },
    events: input.events.map((event) => consentLine(event, input.mails)),
  };
  return {
    ...proof,
    hash: { algorithm: "SHA-256", of: "this document without `hash`, as canonical JSON (RFC 8785) in UTF-8", value: hashOfJson(proof) },
  };
}
