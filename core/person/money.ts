import * as z from "zod";

/** An amount in the currency's main unit, and the currency as ISO 4217 writes it. */
export const moneySchema = z.object({ amount: z.number(), currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = z.infer<typeof moneySchema>;
