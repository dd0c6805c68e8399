import * as z from "zod";
import { stageSchema } from "./stage.ts";

const textSchema = z.strictObject({ en: z.string(), fr: z.string() });

/** One way into a stage. The first rule that holds, in the file's order, decides. */
export const stageRuleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens"),
  to: stageSchema,
  from: z.array(stageSchema).min(1).optional().describe("where it leads from; absent: from any stage"),
  when: z.string(),
  engagementAtLeast: z.number().positive().optional().describe("points; stated apart so that its crossing can be foreseen"),
  engagementBelow: z.number().positive().optional(),
  text: textSchema,
});

/** `templates/lifecycle.yaml`: how much engagement is real and high interest, what leads into each stage, and whether interest that has cooled makes a contact again. */
export const lifecycleRulesSchema = z.strictObject({
  interest: z.strictObject({ real: z.number().positive(), high: z.number().positive() }),
  prospectsCool: z.boolean().describe("whether a prospect whose interest has cooled is a contact again"),
  stages: z.array(stageRuleSchema),
  texts: z.strictObject({ contact: textSchema, prospect: textSchema, client: textSchema }),
});
export type LifecycleRules = z.infer<typeof lifecycleRulesSchema>;
export type StageRule = z.infer<typeof stageRuleSchema>;
