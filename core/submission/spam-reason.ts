import type { SubmissionId } from "#core/id/id.ts";

const word = "spam: ";

/** Why somebody is paused who came by a submission that was said to be spam. It names the submission: by it the pause is known again. */
export function spamReason({ id }: { readonly id: SubmissionId }): string {
  return `${word}${id}`;
}

/** Whether a pause was made by saying that a submission is spam, rather than in somebody's own words. */
export function isSpamReason(reason: string): boolean {
  return reason.startsWith(`${word}sub_`);
}
