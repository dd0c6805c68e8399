import { type CountRow, readStepRow, totals, versionPrefix } from "./count.ts";

/** What became of the people who came to one step of a sequence, since it was first published. */
export interface StepFigures {
  /** Who is at this step now. */
  readonly waiting: number;
  readonly entered: number;
  readonly sent: number;
  /** Sent and not come back: SES tells of each mail that a mailbox would not have. */
  readonly delivered: number;
  readonly clicked: number;
  readonly replied: number;
  readonly bounced: number;
  readonly unsubscribed: number;
  readonly complained: number;
}

/** How many versions of a sequence are read together: whoever waits in an older one is not told of. */
export const versionsTold = 20;

/** The first of the versions that are told of together with this one. */
export function firstTold(version: number): number {
  return Math.max(1, version - versionsTold + 1);
}

/** The rows of a version and of those just before it, down to `from` where that is given. */
export function stepSpan(version: number, from = firstTold(version)): { readonly from: string; readonly to: string } {
  return { from: versionPrefix(from), to: `${versionPrefix(version)}~` };
}

/** The figures of each step, over all the rows given. A step keeps its name from version to version, and so its figures. */
export function stepFigures(rows: readonly CountRow[]): ReadonlyMap<string, StepFigures> {
  const steps = new Set(rows.map(({ row }) => readStepRow(row).step));
  return new Map([...steps].map((step) => [step, figuresOf(totals(rows.filter(({ row }) => readStepRow(row).step === step)))] as const));
}

function figuresOf(sums: Readonly<Record<string, number>>): StepFigures {
  // A count that a crash has cut short may be off by one; nobody is less than none.
  const of = (counter: string): number => Math.max(0, sums[counter] ?? 0);
  const [sent, bounced] = [Math.max(0, of("sent") - of("rejected")), of("bounced")];
  return {
    waiting: of("waiting"),
    entered: of("entered"),
    sent,
    delivered: Math.max(0, sent - bounced),
    clicked: of("clicked"),
    replied: of("replied"),
    bounced,
    unsubscribed: of("unsubscribed"),
    complained: of("complained"),
  };
}
