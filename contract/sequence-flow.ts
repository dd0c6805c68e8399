import * as z from "zod";
import { endings } from "#core/enrollment/enrollment.ts";
import { attributeValueSchema } from "#core/person/attribute.ts";
import { stageSchema } from "#core/person/stage.ts";

const textsByLanguage = z.record(z.string(), z.string());
const next = z.string().nullable().describe("the step that follows; null at an end");

const count = z.number().int();
/** How many people a step has seen, kept as they pass and never counted anew. */
export const stepCountsSchema = z.object({
  waiting: count.describe("people at this step now"),
  entered: count.describe("who came to it, ever"),
  sent: count,
  delivered: count,
  clicked: count,
  replied: count,
  bounced: count,
});
export type StepCounts = z.infer<typeof stepCountsSchema>;

const common = { id: z.string(), counts: stepCountsSchema.nullable().describe("null until anybody was counted here") };

/** One step of a sequence, with what it says and where it leads. */
export const flowStepSchema = z.discriminatedUnion("kind", [
  z.object({ ...common, kind: z.literal("send"), email: z.string(), subject: textsByLanguage, anyHour: z.boolean(), next }),
  z.object({ ...common, kind: z.literal("wait"), milliseconds: z.number(), calendarDays: z.number().nullable(), next }),
  z.object({ ...common, kind: z.literal("branch"), label: z.string(), when: z.string(), yes: next, no: next }),
  z.object({
    ...common,
    kind: z.literal("set"),
    attributes: z.array(z.object({ name: z.string(), value: attributeValueSchema })),
    stage: stageSchema.nullable(),
    next,
  }),
  z.object({ ...common, kind: z.literal("notify"), to: z.string(), text: textsByLanguage, next }),
  z.object({ ...common, kind: z.literal("exit"), because: z.string() }),
]);
export type FlowStep = z.infer<typeof flowStepSchema>;

/** A published sequence as a graph: what starts it, its steps in reading order, and what ends it early. */
export const sequenceFlowSchema = z.object({
  name: z.string(),
  version: z.number().int(),
  title: textsByLanguage,
  trigger: z.object({ on: z.string(), source: z.string().nullable(), to: z.string().nullable() }),
  audience: z.string(),
  reentry: z.object({ kind: z.enum(["never", "always", "after"]), milliseconds: z.number().nullable() }),
  exits: z.array(
    z.object({ on: z.string(), stages: z.array(stageSchema), when: z.string().nullable(), ending: z.enum(endings).nullable() }),
  ),
  first: z.string(),
  steps: z.array(flowStepSchema),
});
export type SequenceFlow = z.infer<typeof sequenceFlowSchema>;
