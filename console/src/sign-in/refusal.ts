import { useSyncExternalStore } from "react";
import type { Problem } from "#contract/problem.ts";
import { drop, session } from "./session.ts";
import type { SignInFaultKind } from "./sign-in-fault.ts";

/** Why somebody who had a token stands before the door again. */
export interface Refusal {
  readonly kind: SignInFaultKind | "ended" | "token";
  readonly detail: string;
}

let current: Refusal | undefined;
const listeners = new Set<() => void>();

export function useRefusal(): Refusal | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function refuse(refusal: Refusal | undefined): void {
  current = refusal;
  for (const listener of listeners) listener();
}

/** An answer that says its bearer is nobody here ends the session: every page gives way to the door, which says why. */
export async function heedRefusal(answer: Response): Promise<void> {
  if (answer.status !== 401 && answer.status !== 403) return;
  const problem: Partial<Problem> = await answer.json().catch(() => ({}));
  const isStranger = problem.code === "not-a-member";
  if (answer.status === 403 && !isStranger) return;
  const held = session();
  if (held === undefined) return;
  refuse({ kind: isStranger ? "not-a-member" : held.kind === "token" ? "token" : "ended", detail: problem.detail ?? "" });
  drop();
}
