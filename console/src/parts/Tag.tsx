import type { ReactNode } from "react";

/** A state in a word. Its colour only repeats what the word says. */
export function Tag({
  tone = "plain",
  children,
}: {
  readonly tone?: "plain" | "good" | "act" | "warn" | "bad";
  readonly children: ReactNode;
}) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}
