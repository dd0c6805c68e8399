import { useSyncExternalStore } from "react";
import * as z from "zod";

/** Work that was begun here: what it is, and how it is taken back, where that is possible. */
const begunSchema = z.object({
  id: z.string(),
  act: z.enum(["tag", "untag", "stage", "enter"]),
  /** What it is about: the tag, the stage or the sequence. */
  about: z.string(),
});
export type Begun = z.infer<typeof begunSchema>;

const remembered = "relance.jobs";
/** Whoever has begun more has seen the first of them end. */
const most = 6;

let begun: readonly Begun[] = read();
const listeners = new Set<() => void>();

function read(): readonly Begun[] {
  try {
    const stored = z.array(begunSchema).safeParse(JSON.parse(localStorage.getItem(remembered) ?? "[]"));
    return stored.success ? stored.data : [];
  } catch {
    return [];
  }
}

function change(next: readonly Begun[]): void {
  begun = next.slice(-most);
  localStorage.setItem(remembered, JSON.stringify(begun));
  for (const listener of listeners) listener();
}

/** Remembered by the browser: whoever leaves the page, or closes it, finds how far the work has come. */
export const jobList = {
  add: (job: Begun): void => change([...begun, job]),
  putAway: (id: string): void => change(begun.filter((job) => job.id !== id)),
};

export function useJobs(): readonly Begun[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => begun,
  );
}
