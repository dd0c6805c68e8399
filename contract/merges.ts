import * as z from "zod";
import { personDetailSchema } from "./api.ts";

/** Two people who are one human being, and what merging them would make of them. Instants are ISO 8601 in UTC. */
const instant = z.iso.datetime();
const texts = z.object({ en: z.string(), fr: z.string() });
const whose = z.enum(["kept", "other"]);

export const mergeQuerySchema = z.object({
  other: z.string().max(100).describe("the id of the person to be merged into this one"),
  address: whose.default("kept").describe("whose address is written to afterwards"),
});

export const mergeRequestSchema = z.strictObject({
  other: z.string().max(100).describe("the id of the person to be merged into this one"),
  address: whose.default("kept").describe("whose address is written to afterwards; the other is remembered, and leads here"),
});

export const mergePreviewSchema = z.object({
  kept: personDetailSchema,
  other: personDetailSchema,
  merged: personDetailSchema.describe("the person there would be"),
  suggested: whose.describe("which of the two should stay: who was known first, or has done more"),
  runs: z
    .array(z.object({ sequence: z.string(), name: texts, whose, becomes: z.enum(["goes-on", "stops"]) }))
    .describe("sequences that are under way, and what becomes of each"),
});
export type MergePreview = z.infer<typeof mergePreviewSchema>;

export const mergedSchema = z.object({ person: personDetailSchema, undoUntil: instant });
export const unmergedSchema = z.object({ person: personDetailSchema, other: personDetailSchema });
