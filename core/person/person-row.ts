import * as z from "zod";
import { suppressionReasons } from "#core/address/suppression.ts";
import { callSchema } from "#core/call/call.ts";
import { laterCallAt } from "#core/call/later-call.ts";
import type { PersonId } from "#core/id/id.ts";
import { totalLog2 } from "#core/score/decay.ts";
import { lifecycleSchema } from "./lifecycle.ts";
import { moneySchema } from "./money.ts";
import type { Person } from "./person.ts";
import { stageSchema } from "./stage.ts";

/**
 * What a list shows of a person. It stands in each list's index beside the keys, so that a page of a list is one read of a
 * few hundred bytes a person, however much is known of them.
 */
export const personRowSchema = z.object({
  id: z.custom<PersonId>((value) => typeof value === "string" && value.startsWith("per_")),
  email: z.string(),
  name: z.string().optional().describe("first and last name, where they were told"),
  company: z.string().optional(),
  phone: z.string().optional(),
  lifecycle: lifecycleSchema,
  stage: stageSchema,
  stageSince: z.number(),
  fit: z.number(),
  penalty: z.number(),
  engagement: z.number().optional().describe("base-2 logarithm of all of it, normalised to the epoch; absent for none"),
  suppressed: z.enum(suppressionReasons).optional(),
  paused: z.boolean(),
  tags: z.array(z.string()),
  owner: z.string().optional(),
  value: moneySchema.optional(),
  call: callSchema.optional(),
  nextCallAt: z.number().optional().describe("when somebody promised to call again"),
  laterCallAt: z.number().optional().describe("when they come back onto the list of whom to call"),
  lastActionAt: z.number().optional(),
  createdAt: z.number(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

export function rowOf(person: Person): PersonRow {
  const { id, email, owner, value, call, nextCallAt, lastActionAt, createdAt, suppressed } = person;
  const name = ["firstName", "lastName"].map((part) => textOf(person, part)).filter((part) => part !== undefined);
  const [company, phone] = [textOf(person, "company"), textOf(person, "phone")];
  const later = laterCallAt(person);
  const engagement = totalLog2(person.score.engagement);
  return {
    id,
    email,
    ...(name.length === 0 ? {} : { name: name.join(" ") }),
    ...(company === undefined ? {} : { company }),
    ...(phone === undefined ? {} : { phone }),
    lifecycle: person.lifecycle.value,
    stage: person.stage.value,
    stageSince: person.stage.since,
    fit: sum(person.score.fit),
    penalty: sum(person.score.penalties),
    ...(engagement === undefined ? {} : { engagement }),
    ...(suppressed === undefined ? {} : { suppressed: suppressed.reason }),
    paused: person.paused !== undefined,
    tags: [...(person.tags ?? [])],
    ...(owner === undefined ? {} : { owner }),
    ...(value === undefined ? {} : { value }),
    ...(call === undefined ? {} : { call }),
    ...(nextCallAt === undefined ? {} : { nextCallAt }),
    ...(later === undefined ? {} : { laterCallAt: later }),
    ...(lastActionAt === undefined ? {} : { lastActionAt }),
    createdAt,
  };
}

/** An answer that is a text and not empty. */
function textOf(person: Person, name: string): string | undefined {
  const value = person.attributes[name]?.value;
  return typeof value === "string" && value !== "" ? value : undefined;
}

function sum(points: Readonly<Record<string, number>>): number {
  return Object.values(points).reduce((total, one) => total + one, 0);
}
