import type { Message } from "./message.ts";

/** Why a mail's place is taken by nobody: its run goes on elsewhere, or what began it was taken back. */
export const blockCodes = ["run-moved", "ended-taken-back"] as const;
export type BlockCode = (typeof blockCodes)[number];

/** Whether a record was made only so that nobody sends this mail. It tells nothing. */
export function isBlocking({ state, because }: { readonly state: Message["state"]; readonly because: { readonly code: string } }): boolean {
  return state === "refused" && blockCodes.some((code) => code === because.code);
}
