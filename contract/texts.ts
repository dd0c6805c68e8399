import * as z from "zod";

/** A text that people read, in each language Relance speaks. */
export const texts = z.object({ en: z.string(), fr: z.string() });
