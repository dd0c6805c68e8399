import * as z from "zod";
import { activityNameSchema, activitySchema } from "#core/activity/activity.ts";

/** How many events one request may bring. */
export const mostEvents = 500;

const address = z.string().trim().min(3).max(254).describe("the person's e-mail address");
const told = {
  id: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, "1 to 200 visible ASCII characters")
    .optional()
    .describe("your own id of it: told twice under it, it counts once. Without one it is what it says and when"),
  at: z.iso.datetime({ offset: true }).optional().describe("when it happened; absent: now"),
};

/** A purchase: whoever bought is a client from then on, known before or not. */
const purchaseRequestSchema = z.strictObject({
  type: z.literal("purchase"),
  id: told.id.unwrap().describe("the order's number: one purchase, however often and by whatever way it is told"),
  email: address,
  amount: z.number().nonnegative().max(1e12),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "three capitals of ISO 4217, as EUR")
    .default("EUR"),
  at: told.at,
});

/** Anything else they did with the product or on the site. */
const activityRequestSchema = z
  .strictObject({
    type: activityNameSchema,
    ...told,
    email: address.optional(),
    personId: z.string().max(60).optional(),
    url: activitySchema.shape.url,
    properties: activitySchema.shape.properties,
  })
  .refine(({ email, personId }) => (email === undefined) !== (personId === undefined), {
    path: ["email"],
    message: "say whose it is: `email` or `personId`, one of the two",
  });

export const eventRequestSchema = z.union([purchaseRequestSchema, activityRequestSchema]);
export type EventRequest = z.infer<typeof eventRequestSchema>;
/** One of a batch is read by itself: what is wrong with it costs the others nothing. */
export const eventsRequestSchema = z.union([
  z.strictObject({ events: z.array(z.unknown()).min(1).max(mostEvents) }),
  z.looseObject({ type: z.string() }).describe("one event by itself"),
]);

export const eventResultSchema = z.object({
  id: z.string().nullable().describe("your id of it"),
  status: z.enum(["accepted", "duplicate", "refused", "not-taken"]).describe("`not-taken`: time was over; send it again"),
  personId: z.string().nullable(),
  field: z.string().nullable(),
  problem: z.string().nullable().describe("why it was refused"),
  remedy: z.string().nullable(),
});
export type EventResult = z.infer<typeof eventResultSchema>;

export const eventsAnswerSchema = z.object({
  accepted: z.number().int(),
  duplicates: z.number().int(),
  refused: z.number().int(),
  notTaken: z.number().int(),
  results: z.array(eventResultSchema).describe("in the order they were sent"),
});
export type EventsAnswer = z.infer<typeof eventsAnswerSchema>;
