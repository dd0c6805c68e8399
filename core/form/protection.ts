import * as z from "zod";

/** What becomes of an address of a kind: taken in, taken in and marked, told to its writer as a mistake, or kept apart unseen. */
const ruleSchema = z.enum(["accept", "flag", "refuse", "discard"]);
export type AddressRule = z.infer<typeof ruleSchema>;

const rateSchema = z.strictObject({
  most: z.number().int().min(1).max(100_000),
  minutes: z.number().int().min(1).max(1_440).default(60),
});
export type Rate = z.infer<typeof rateSchema>;

export const challengeProviders = ["turnstile", "hcaptcha"] as const;
export type ChallengeProvider = (typeof challengeProviders)[number];

/**
 * What a form does against machines. Everything may be left out: then a trap that was filled keeps a post apart, one sent faster
 * than a person could is marked, addresses that are thrown away are marked, and nothing is counted.
 */
export const protectionSchema = z.strictObject({
  minimumSeconds: z.number().min(0).max(60).optional().describe("what is sent sooner after its page was shown is kept apart"),
  perAddress: rateSchema.optional().describe("posts with one e-mail address; what comes beyond is kept apart"),
  perNetwork: rateSchema.optional().describe("posts from one IP address, which is kept as a hash for that long"),
  disposable: ruleSchema.optional().describe("addresses at domains made to be thrown away"),
  roleAddress: ruleSchema.optional().describe("shared mailboxes, as info@ or contact@"),
  challenge: z
    .strictObject({
      provider: z.enum(challengeProviders),
      siteKey: z.string().regex(/^[\w.:-]{1,120}$/),
      whenDown: z.enum(["flag", "hold"]).default("flag").describe("what becomes of a post while the provider does not answer"),
    })
    .optional()
    .describe("a check by Cloudflare Turnstile or hCaptcha; its secret is given in the console"),
});
export type Protection = z.infer<typeof protectionSchema>;
