import type { FirstRun } from "#contract/first-run.ts";

/** Which steps are done, by what is there; nobody ticks anything off. */
export function stepsDone(facts: FirstRun): { readonly sender: boolean; readonly content: boolean; readonly mail: boolean } {
  return {
    sender: facts.sender !== null && facts.sender.maySend !== false,
    content: facts.emails.length > 0,
    mail: facts.tested || facts.people,
  };
}
