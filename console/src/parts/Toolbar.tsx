import type { ReactNode } from "react";

/** What narrows a list down, on its left; what is done with it, on its right. */
export function Toolbar({
  label,
  children,
  actions,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="toolbar" role="group" aria-label={label}>
      <div className="row">{children}</div>
      {actions === undefined ? null : <div className="row">{actions}</div>}
    </div>
  );
}
