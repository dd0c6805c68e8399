import type { ReactNode } from "react";

/** A list with nothing in it, and what to do about that. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="card empty" data-empty>
      <h2>{title}</h2>
      <div className="quiet">{children}</div>
    </div>
  );
}
