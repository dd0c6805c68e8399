import type { Extracted } from "#core/submission/submission.ts";
import type { FetchPlan } from "./fetch-plan.ts";
import type { Json } from "./json.ts";
import type { DetailName, purchaseNames } from "./mapped-fields.ts";

export type AnswerValue = Extracted["answers"][number]["value"];

/**
 * What a sender says a question is. Without a role its label tells; `answer` is nothing but an answer, whatever its label
 * says; `hidden` was not typed by the person; `file` is dropped, its name kept; `consent` is a box of agreement.
 */
export type Role = DetailName | "consent" | "hidden" | "file" | "answer";

/** One question of a form with what was answered; a value that is undefined was left empty. */
export interface Question {
  readonly key: string;
  readonly title: string;
  /** Another name its sender knows it by. */
  readonly id?: string | undefined;
  readonly role?: Role | undefined;
  readonly value: AnswerValue | undefined;
  /** The texts that could be chosen, where the sender tells them: a box of agreement carries its sentence there. */
  readonly options?: readonly string[] | undefined;
}

/** One event as its sender tells it, before a source's mapping. Every kind reads its deliveries into this. */
export interface Sheet {
  readonly kind: "sheet";
  readonly eventId?: string | undefined;
  /** What the sender's own structure says outright. */
  readonly details?: { readonly [N in DetailName]?: string | undefined } | undefined;
  readonly questions: readonly Question[];
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly utm?: Readonly<Record<string, string>> | undefined;
  /** The page it was sent from: campaigns may stand in its address. */
  readonly page?: string | undefined;
  readonly consent?: boolean | undefined;
  readonly purchase?: { readonly [N in (typeof purchaseNames)[number]]?: Json | undefined } | undefined;
  /** The sender's own words, in which a mapping may name any path. */
  readonly json: Json;
  /** Whether, without a mapping, common keys are guessed at: the sender is nobody we know. */
  readonly guess?: boolean | undefined;
  /** Whether the same body may rightly come again, as a form's that has no ids. */
  readonly repeats?: boolean | undefined;
  /** What the address is called by this sender, for whoever must mend a delivery without one. */
  readonly emailField?: string | undefined;
}

/** What a kind reads out of one delivery, part by part. */
export type SheetPart =
  | Sheet
  | { readonly kind: "ignored"; readonly because: string; readonly eventId?: string | undefined }
  | { readonly kind: "unreadable"; readonly field: string; readonly problem: string; readonly remedy: string }
  | { readonly kind: "fetch"; readonly plan: FetchPlan; readonly eventId: string };
