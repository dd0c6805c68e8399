import * as z from "zod";
import { lifecycleSchema } from "#core/person/lifecycle.ts";
import { stageSchema } from "#core/person/stage.ts";

const person = { personId: z.string(), email: z.string() };
const mail = { ...person, messageId: z.string(), sequence: z.string().optional(), step: z.string(), template: z.string() };
const purposeSchema = z.enum(["marketing", "measurement"]);
const because = z.string().describe("the rule that decided it");

/**
 * Every event Relance puts on the bus: its version and the shape of its data. A shape only ever gains optional fields; a
 * breaking change is a new version under the same name.
 */
export const catalogue = {
  "submission.received": { version: 1, data: z.object({ ...person, submissionId: z.string(), source: z.string() }) },
  "person.created": { version: 1, data: z.object({ ...person, source: z.string() }) },
  "person.qualified": { version: 1, data: z.object({ ...person, because }) },
  "stage.changed": { version: 1, data: z.object({ ...person, from: stageSchema, to: stageSchema, because }) },
  "lifecycle.changed": { version: 1, data: z.object({ ...person, from: lifecycleSchema, to: lifecycleSchema, because }) },
  "person.became_client": {
    version: 1,
    data: z.object({ ...person, purchaseId: z.string().optional(), amount: z.number().optional(), currency: z.string().optional() }),
  },
  "sequence.entered": { version: 1, data: z.object({ ...person, sequence: z.string(), version: z.number(), enrollmentId: z.string() }) },
  "sequence.ended": { version: 1, data: z.object({ ...person, sequence: z.string(), enrollmentId: z.string(), ending: z.string() }) },
  /** It had ended by a move to another stage, which was taken back: it goes on under its id. */
  "sequence.resumed": { version: 1, data: z.object({ ...person, sequence: z.string(), version: z.number(), enrollmentId: z.string() }) },
  "message.sent": { version: 1, data: z.object({ ...mail, subject: z.string() }) },
  "message.delivered": { version: 1, data: z.object(mail) },
  "message.opened": { version: 1, data: z.object(mail) },
  "message.bounced": { version: 1, data: z.object({ ...mail, permanent: z.boolean(), reason: z.string() }) },
  "message.complained": { version: 1, data: z.object(mail) },
  "link.clicked": { version: 1, data: z.object({ ...mail, link: z.string(), by: z.enum(["person", "machine"]) }) },
  "activity.told": { version: 1, data: z.object({ ...person, name: z.string(), url: z.string().optional() }) },
  "person.replied": { version: 1, data: z.object({ ...person, messageId: z.string().optional(), replyId: z.string(), text: z.string() }) },
  /** `mergedId` means `personId` from now on, in everything that named it. */
  "person.merged": { version: 1, data: z.object({ ...person, mergedId: z.string() }) },
  "person.unmerged": { version: 1, data: z.object({ ...person, mergedId: z.string() }) },
  /** Whoever copied what we knew of them must forget it too. */
  "person.erased": { version: 1, data: z.object({ personId: z.string() }) },
  "consent.confirmed": { version: 1, data: z.object({ ...person, purpose: purposeSchema, source: z.string(), messageId: z.string() }) },
  /** By a hand of ours; who unsubscribes is told of as that. */
  "consent.withdrawn": { version: 1, data: z.object({ ...person, purpose: purposeSchema, by: z.string() }) },
  "person.unsubscribed": { version: 1, data: z.object({ ...person, messageId: z.string().optional() }) },
  /** A list, a bulk change or a replay that was too long for the request that began it: it goes on from here. */
  "job.begun": { version: 1, data: z.object({ jobId: z.string(), kind: z.enum(["import", "job"]) }) },
} as const;

export type EventType = keyof typeof catalogue;
export type EventData<T extends EventType> = z.infer<(typeof catalogue)[T]["data"]>;

/** One event on its way to the bus. `id` is made from the cause, so that whoever receives it twice can tell. */
export type DomainEvent = {
  [T in EventType]: { readonly id: string; readonly type: T; readonly version: number; readonly at: number; readonly data: EventData<T> };
}[EventType];

/** The `source` of our events on the bus, and the one the shop's purchase events must not use. */
export const eventSource = "relance";

/** A purchase as a shop puts it on the bus (`detail-type: purchase`, any source but ours) or posts it to a hook. */
export const purchaseSchema = z.object({
  id: z.string().min(1),
  email: z.email(),
  amount: z.number().nonnegative(),
  currency: z.string().length(3).default("EUR"),
  at: z.iso.datetime({ offset: true }).optional(),
});
export type Purchase = z.infer<typeof purchaseSchema>;
