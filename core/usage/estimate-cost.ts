import { measured, priceList } from "./price-list.ts";

/** What was counted in a month. */
export interface Usage {
  /** Mails that left, notices to ourselves among them. */
  readonly sent: number;
  readonly submissions: number;
  /** Minutes that have passed. */
  readonly minutes: number;
  /** Of the mails sent, those to ourselves. */
  readonly notices: number;
}

export interface CostLine {
  readonly what: "ses" | "mail" | "submission" | "waiting";
  readonly quantity: number;
  /** Dollars for a million of them. */
  readonly perMillion: number;
  readonly dollars: number;
}

export interface CostEstimate {
  readonly lines: readonly CostLine[];
  readonly dollars: number;
  /** What Pinpoint would have asked, at most, for targeting alone: as if each mail had gone to somebody else. */
  readonly pinpoint: { readonly people: number; readonly dollars: number };
}

const million = 1_000_000;

/** What a month's use costs by list prices and measured units, in dollars. An estimate: taxes, traffic and logs are left out. */
export function estimateCost(usage: Usage): CostEstimate {
  const lines = [
    line("ses", usage.sent, priceList.perMillion.sesMail),
    line("mail", usage.sent, measured.mailPerMillion),
    line("submission", usage.submissions, submissionPerMillion()),
    line("waiting", usage.minutes, minutePerMillion()),
  ];
  const people = Math.max(0, usage.sent - usage.notices);
  return {
    lines,
    dollars: lines.reduce((sum, { dollars }) => sum + dollars, 0),
    pinpoint: { people, dollars: (people / 1_000) * priceList.pinpointPerThousand },
  };
}

function line(what: CostLine["what"], quantity: number, perMillion: number): CostLine {
  return { what, quantity, perMillion, dollars: (quantity / million) * perMillion };
}

function submissionPerMillion(): number {
  const { perMillion } = priceList;
  const { submissionWithMail, mail } = measured;
  const units =
    (submissionWithMail.write - mail.write) * perMillion.writeUnit + (submissionWithMail.read - mail.read) * perMillion.readUnit;
  return units + perMillion.httpRequest + perMillion.lambdaCall;
}

function minutePerMillion(): number {
  const { perMillion } = priceList;
  return perMillion.lambdaCall + measured.minute.read * perMillion.readUnit + measured.minute.gigabyteSeconds * perMillion.gigabyteSecond;
}
