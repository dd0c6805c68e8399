import * as z from "zod";
import { activityNameSchema } from "#core/activity/activity.ts";
import { endings } from "#core/enrollment/enrollment.ts";
import { attributeValueSchema } from "#core/person/attribute.ts";
import { lifecycleSchema } from "#core/person/lifecycle.ts";
import { stageSchema } from "#core/person/stage.ts";
import { sendWindowSchema } from "#core/settings/settings.ts";

const texts = z.record(z.string(), z.string());
const stepId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens");
const duration = z.string().describe("ISO 8601, as P2D or PT4H");
const id = { id: stepId.optional() };

/** One step as a marketer writes it. Exactly one of the acts is named. */
export type FileStep =
  | { readonly id?: string | undefined; readonly send: { readonly email: string; readonly "at-any-hour": boolean } }
  | { readonly id?: string | undefined; readonly wait: string }
  | {
      readonly id?: string | undefined;
      readonly branch: {
        readonly when: string;
        readonly label?: string | undefined;
        readonly then: readonly FileStep[];
        readonly else: readonly FileStep[];
      };
    }
  | {
      readonly id?: string | undefined;
      readonly set: {
        readonly attributes: Readonly<Record<string, z.infer<typeof attributeValueSchema>>>;
        readonly stage?: z.infer<typeof stageSchema> | undefined;
      };
    }
  | { readonly id?: string | undefined; readonly notify: { readonly to: string; readonly text: Readonly<Record<string, string>> } }
  | { readonly id?: string | undefined; readonly exit: { readonly because: string } };

const acts = ["send", "wait", "branch", "set", "notify", "exit"] as const;

/** One step of a file: its shape is that of the one act it names (`stepShapes`). */
export const stepSchema: z.ZodType<FileStep> = z.lazy(() =>
  z.looseObject({}).transform((step, context) => {
    const named = acts.filter((act) => act in step);
    const [act] = named;
    if (act === undefined || named.length > 1) {
      context.issues.push({
        code: "custom",
        input: step,
        message:
          named.length === 0
            ? `this step names no act: one of ${acts.join(", ")}`
            : `this step names ${named.join(" and ")}: one act a step`,
      });
      return z.NEVER;
    }
    const parsed = stepShapes[act].safeParse(step);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      context.issues.push({ ...issue, input: step, code: "custom", message: issue.message, path: [...issue.path] });
    return z.NEVER;
  }),
);

const stepsSchema = z.array(stepSchema);

/** What a step may hold, by its act. */
export const stepShapes = {
  send: z.strictObject({ ...id, send: z.strictObject({ email: z.string(), "at-any-hour": z.boolean().default(false) }) }),
  wait: z.strictObject({ ...id, wait: duration }),
  branch: z.strictObject({
    ...id,
    branch: z.strictObject({
      when: z.string(),
      label: z.string().optional(),
      then: stepsSchema.default([]),
      else: stepsSchema.default([]),
    }),
  }),
  set: z.strictObject({
    ...id,
    set: z.strictObject({ attributes: z.record(z.string(), attributeValueSchema).default({}), stage: stageSchema.optional() }),
  }),
  notify: z.strictObject({ ...id, notify: z.strictObject({ to: z.union([z.literal("owner"), z.email()]).default("owner"), text: texts }) }),
  exit: z.strictObject({ ...id, exit: z.strictObject({ because: z.string() }) }),
} as const;

const exitSchema = z.union([
  z.enum(["bought", "replied", "unsubscribed"]),
  z.strictObject({ "stage-left": z.array(stageSchema).min(1) }),
  z.strictObject({ when: z.string(), ending: z.enum(endings).default("exited") }),
]);

/** `templates/sequences/<name>.yaml`: what starts it, for whom, its steps, and what ends it early. */
export const sequenceFileSchema = z.strictObject({
  sequence: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens"),
  name: texts,
  trigger: z.discriminatedUnion("on", [
    z.strictObject({ on: z.literal("submission.received"), source: z.string().optional().describe("as form:demo or hook:src_…") }),
    z.strictObject({ on: z.literal("stage.changed"), to: stageSchema }),
    z.strictObject({ on: z.literal("lifecycle.changed"), to: lifecycleSchema }),
    z.strictObject({ on: z.literal("link.clicked") }),
    z.strictObject({ on: z.literal("activity"), name: activityNameSchema }),
    z.strictObject({ on: z.literal("person.became_client") }),
  ]),
  audience: z.string().default("true"),
  reentry: z.union([z.enum(["never", "always"]), duration]).default("never"),
  window: sendWindowSchema.optional().describe("absent: the one of settings.yaml"),
  exits: z.array(exitSchema).default(["bought", "replied", "unsubscribed"]),
  steps: stepsSchema.min(1),
});
export type SequenceFile = z.infer<typeof sequenceFileSchema>;
