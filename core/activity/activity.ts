import * as z from "zod";

/** The activity the browser snippet tells of. It takes the person's agreement to be measured, whoever tells of it. */
export const pageView = "page.viewed";

const name = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/, "lower-case words, digits, dots and hyphens, as trial.started");
const propertyName = z.string().regex(/^[\p{L}_][\p{L}\p{N}_-]{0,59}$/u, "a name of at most 60 letters, digits, _ and -");
const property = z.union([z.string().max(500), z.number(), z.boolean()]);

/**
 * Something a person did with our product or on our site, named by whoever tells us. Rules score it (`on: activity`, with
 * `event.name` in their conditions), sequences start at it.
 */
export const activitySchema = z.object({
  name,
  url: z
    .url({ protocol: /^https?$/ })
    .max(1_000)
    .optional()
    .describe("where: conditions see it as `event.link`"),
  properties: z
    .record(propertyName, property)
    .refine((properties) => Object.keys(properties).length <= 30, "at most 30 properties")
    .optional()
    .describe("shown in the timeline"),
});
export type Activity = z.infer<typeof activitySchema>;

/** Names that mean something of ours already. */
const taken = ["purchase", "submission", "click", "reply", "open", "bounce", "complaint", "unsubscribe"];

/** The name of an activity in the words of a request: not one that means something else. */
export const activityNameSchema = name.refine((one) => !taken.includes(one), "this name means something else to Relance: choose another");
