import * as z from "zod";
import { lifecycleSchema } from "./lifecycle.ts";
import { stageSchema } from "./stage.ts";

/** The rule or the hand that decided a position, and its sentence. */
export const reasonSchema = z.object({ rule: z.string(), text: z.record(z.string(), z.string()).optional() });

/** A position with its evidence: since when, and the sentence that says why. */
export const lifecycleStandingSchema = z.object({ value: lifecycleSchema, since: z.number(), because: reasonSchema });
export const stageStandingSchema = z.object({ value: stageSchema, since: z.number(), because: reasonSchema });
