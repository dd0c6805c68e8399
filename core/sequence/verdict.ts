import type { Ending } from "#core/enrollment/enrollment.ts";
import type { AttributeValue } from "#core/person/attribute.ts";
import type { Stage } from "#core/person/stage.ts";
import type { Because } from "#core/reason/because.ts";
import type { Instant } from "#core/time/instant.ts";

/** A step at hand and what names its message: the pass through it, and the instant it came up. A hold changes neither. */
export interface StepAtHand {
  readonly step: string;
  readonly visit: number;
  readonly slot: Instant;
}

/** What to do with a run now, and why. */
export type Verdict =
  | (StepAtHand & { readonly kind: "send"; readonly email: string; readonly because: Because })
  | (StepAtHand & { readonly kind: "hold"; readonly until: Instant; readonly because: Because })
  | (StepAtHand & { readonly kind: "skip"; readonly because: Because })
  | (StepAtHand & {
      readonly kind: "set";
      readonly attributes: Readonly<Record<string, AttributeValue>>;
      readonly stage: Stage | undefined;
      readonly because: Because;
    })
  | (StepAtHand & {
      readonly kind: "notify";
      readonly to: string;
      readonly text: Readonly<Record<string, string>>;
      readonly because: Because;
    })
  | (StepAtHand & { readonly kind: "wait"; readonly until: Instant; readonly because: Because })
  | { readonly kind: "exit"; readonly ending: Ending; readonly because: Because };
