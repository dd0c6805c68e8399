/**
 * AWS's list prices in dollars, us-east-1, on demand, as of November 2026 (aws.amazon.com/ses/pricing, /dynamodb/pricing,
 * /lambda/pricing, /eventbridge/pricing). Free tiers are left out: an estimate is rather too high than too low.
 */
export const priceList = {
  region: "us-east-1",
  asOf: "2026-11",
  url: "https://aws.amazon.com/ses/pricing/",
  /** A million of each; a gigabyte-second of Lambda on arm64 likewise. */
  perMillion: { sesMail: 100, writeUnit: 0.625, readUnit: 0.125, httpRequest: 1, lambdaCall: 0.2, gigabyteSecond: 13.3334 },
  /** Amazon Pinpoint, until its end on 2026-10-30: a thousand people targeted, a month. */
  pinpointPerThousand: 1.2,
} as const;

/**
 * What one of each takes, as measured by `npm run bench` (README, "Figures"; docs/data-model.md). `mail` is everything but
 * SES's own fee; a submission is told with its first mail, which is counted among the mails and taken out here.
 */
export const measured = {
  mailPerMillion: 7.47,
  mail: { write: 7.1, read: 1.7 },
  submissionWithMail: { write: 47, read: 3 },
  /** The clock strikes each minute: one call that asks eight shards, half a read unit each; 0.1 gigabyte-seconds are assumed. */
  minute: { read: 4, gigabyteSeconds: 0.1 },
} as const;
