import * as z from "zod";
import type { PersonId, TimelineId } from "#core/id/id.ts";
import { type Awaited, type LawfulBasis, type Purpose, waysTold } from "#core/person/consent.ts";
import type { Outcome, Person } from "#core/person/person.ts";
import type { Fact } from "#core/reaction/fact.ts";
import type { EntryType } from "#core/timeline/entry.ts";
import { orderedId } from "#core/id/id.ts";
import { entryTypes } from "#core/timeline/entry.ts";
import { type ConsentAct, consentActs } from "./consent-acts.ts";

/**
 * One line of the proof (GDPR art. 7(1)): what happened to one purpose, with the evidence of that moment. It is written once
 * and never changed, so that what was replaced later can still be shown.
 */
export const consentEventSchema = z.object({
  id: z.custom<TimelineId>((value) => typeof value === "string" && value.startsWith("tl_")).describe("that of its entry in the timeline"),
  personId: z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_")),
  at: z.number(),
  purpose: z.enum(["marketing", "measurement"]),
  act: z.enum(consentActs),
  because: z.string().optional().describe("code of a reason: why it was not as asked for, lapsed, or rests on something else"),
  basis: z.enum(["consent", "legitimate-interest"]).optional(),
  givenAt: z.number().optional().describe("when the box was ticked, or the agreement was told"),
  source: z.string().optional(),
  text: z.string().optional(),
  textVersion: z.string().optional(),
  formVersion: z.number().int().optional(),
  ip: z.string().optional().describe("truncated"),
  submissionId: z.string().optional(),
  messageId: z.string().optional().describe("of the mail whose link was used, or from which they unsubscribed"),
  until: z.number().optional().describe("until when the second yes is waited for"),
  how: z.enum(waysTold).optional(),
  by: z.string().optional(),
  reason: z.string().optional().describe("in the words of whoever recorded it here"),
});
export type ConsentEvent = z.infer<typeof consentEventSchema>;

/** What each act stands in the timeline as. */
export const consentEntries = {
  given: "consent.given",
  asked: "consent.asked",
  "asked-again": "consent.asked",
  confirmed: "consent.confirmed",
  lapsed: "consent.lapsed",
  withdrawn: "consent.withdrawn",
  "not-given": "consent.not-given",
  merged: "consent.merged",
  unmerged: "consent.unmerged",
} as const satisfies Record<ConsentAct, EntryType>;

/** The lines of the proof that one fact adds: the same at each retry. */
export function consentEventsOf(person: Pick<Person, "id">, fact: Fact, { consent = [] }: Outcome): readonly ConsentEvent[] {
  return consent.map(({ purpose, act, because, stands }) => {
    const type = consentEntries[act];
    const cause = `${fact.id}#${purpose}`;
    return {
      id: orderedId("timeline", fact.at, entryTypes.indexOf(type), cause, type),
      personId: person.id,
      at: fact.at,
      purpose,
      act,
      ...(because === undefined ? {} : { because }),
      ...evidenceOf(fact, purpose, stands),
    };
  });
}

type Evidence = Partial<Omit<ConsentEvent, "id" | "personId" | "at" | "purpose" | "act" | "because">>;

function evidenceOf(fact: Fact, purpose: Purpose, stands: LawfulBasis | undefined): Evidence {
  switch (fact.kind) {
    case "submission":
      return evidenceOfGiven(
        fact.consent[purpose],
        fact.consent.refused?.basis,
        purpose === "marketing" ? fact.consent.awaited : undefined,
      );
    case "ask":
      return evidenceOfGiven(undefined, undefined, fact.awaited);
    case "import":
      return evidenceOfBasis(fact.basis);
    case "set":
      return evidenceOfBasis(purpose === "marketing" ? fact.arrival?.consent.marketing : undefined);
    case "give":
      return { ...evidenceOfBasis(fact.basis), by: fact.by, reason: fact.reason };
    case "confirm":
      return { ...evidenceOfBasis(fact.given), messageId: fact.messageId, ...(fact.ip === undefined ? {} : { ip: fact.ip }) };
    case "lapse":
      return evidenceOfBasis(fact.given);
    case "merge":
    case "unmerge":
      return { ...evidenceOfBasis(stands), by: fact.by };
    case "withdraw":
      return { by: fact.by, reason: fact.reason };
    case "unsubscribe":
      return fact.messageId === undefined ? {} : { messageId: fact.messageId };
    case "complaint":
    case "bounce":
      return fact.message === undefined ? {} : { messageId: fact.message.id };
    default:
      return {};
  }
}

function evidenceOfGiven(given: LawfulBasis | undefined, refused: LawfulBasis | undefined, awaited: Awaited | undefined): Evidence {
  if (awaited !== undefined) return { ...evidenceOfBasis(awaited.given), until: awaited.until };
  return evidenceOfBasis(given ?? refused);
}

function evidenceOfBasis(given: LawfulBasis | undefined): Evidence {
  if (given === undefined) return {};
  const { basis, at, source, text, textVersion, formVersion, ip, submissionId, how, by } = given;
  return stripUndefined({ basis, givenAt: at, source, text, textVersion, formVersion, ip, submissionId, how, by });
}

function stripUndefined<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const name in record) if (record[name] !== undefined) kept[name] = record[name] as Exclude<T[typeof name], undefined>;
  return kept;
}
