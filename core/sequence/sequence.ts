import type { Condition } from "#core/condition/condition.ts";
import type { Ending } from "#core/enrollment/enrollment.ts";
import type { Stage } from "#core/person/stage.ts";
import type { SendWindow } from "#core/settings/settings.ts";
import type { AttributeValue } from "#core/person/attribute.ts";

/** What starts a run. */
export type Trigger =
  | { readonly on: "submission.received"; readonly source?: string }
  | { readonly on: "stage.changed"; readonly to: Stage }
  | { readonly on: "lifecycle.changed"; readonly to: string }
  | { readonly on: "link.clicked" }
  | { readonly on: "activity"; readonly name: string }
  | { readonly on: "person.became_client" };

/** Whether someone who has been through may come again. */
export type Reentry = { readonly kind: "never" } | { readonly kind: "always" } | { readonly kind: "after"; readonly milliseconds: number };

/** What ends a run before its last step. */
export type Exit =
  | { readonly on: "bought" | "replied" | "unsubscribed" }
  | { readonly on: "stage-left"; readonly stages: readonly Stage[] }
  | { readonly on: "condition"; readonly when: Condition; readonly ending: Ending };

/**
 * A published sequence: the file's nested steps as a flat graph. `next` is absent at an end. `window: "any"` on a send is
 * for mail the person has just asked for: it leaves at any hour.
 */
export type Step =
  | { readonly kind: "send"; readonly email: string; readonly window: SendWindow | "any"; readonly next?: string }
  | { readonly kind: "wait"; readonly milliseconds: number; readonly calendarDays?: number; readonly next?: string }
  | { readonly kind: "branch"; readonly when: Condition; readonly yes?: string; readonly no?: string; readonly label: string }
  | { readonly kind: "set"; readonly attributes: Readonly<Record<string, AttributeValue>>; readonly stage?: Stage; readonly next?: string }
  | { readonly kind: "notify"; readonly to: "owner" | string; readonly text: Readonly<Record<string, string>>; readonly next?: string }
  | { readonly kind: "exit"; readonly because: string };

export interface Sequence {
  readonly sequence: string;
  readonly name: Readonly<Record<string, string>>;
  readonly trigger: Trigger;
  readonly audience: Condition;
  readonly reentry: Reentry;
  readonly exits: readonly Exit[];
  readonly first: string;
  readonly steps: Readonly<Record<string, Step>>;
}
