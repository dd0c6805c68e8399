import { useSyncExternalStore } from "react";

/** A word about what was done, with a way back where there is one; or about what went wrong, which stays until it is put away. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
  readonly fault?: Error;
}

/** How long a word with a way back stays, in ms; the pointer or the focus on it holds it. */
export const shownFor = 8_000;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const toastList = {
  say: (toast: Omit<Toast, "id">): void => {
    last += 1;
    change([...toasts.slice(-2), { ...toast, id: last }]);
  },
  putAway: (id: number): void => change(toasts.filter((toast) => toast.id !== id)),
  /** Takes back what was done last, if that can still be taken back. */
  undoLast: (): void => {
    const toast = toasts.findLast((one) => one.undo !== undefined);
    if (toast === undefined) return;
    toastList.putAway(toast.id);
    toast.undo?.();
  },
};

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
