import { readingOrder } from "#core/sequence/reading-order.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import type { CountRow } from "./count.ts";
import { rateOf, type Rate } from "./rate.ts";
import { stepFigures } from "./step-figures.ts";

/** What one mail of a sequence brought. */
export interface StepInsight {
  readonly id: string;
  readonly email: string;
  readonly sent: number;
  readonly delivered: number;
  readonly bounced: number;
  readonly unsubscribed: number;
  readonly complained: number;
  /** People who clicked, and who replied, of the mails delivered. Machines' clicks are in neither. */
  readonly clicks: Rate;
  readonly replies: Rate;
}

/** Each step of a sequence that sends, in reading order, with what the rows tell of it. */
export function sequenceInsight(sequence: Sequence, rows: readonly CountRow[]): readonly StepInsight[] {
  const figures = stepFigures(rows);
  return readingOrder(sequence).flatMap((id) => {
    const step = sequence.steps[id];
    if (step?.kind !== "send") return [];
    const { sent = 0, delivered = 0, bounced = 0, unsubscribed = 0, complained = 0, clicked = 0, replied = 0 } = figures.get(id) ?? {};
    const rates = { clicks: rateOf(clicked, delivered), replies: rateOf(replied, delivered) };
    return [{ id, email: step.email, sent, delivered, bounced, unsubscribed, complained, ...rates }];
  });
}
