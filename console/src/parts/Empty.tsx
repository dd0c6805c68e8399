import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** A list with nothing in it: why that is, and the one thing to do about it. */
export function Empty(props: { readonly title: string; readonly children?: ReactNode; readonly icon?: Icon; readonly action?: ReactNode }) {
  const { icon: Icon } = props;
  return (
    <div className="card empty" data-empty>
      {Icon === undefined ? null : (
        <span className="empty-icon">
          <Icon size={28} stroke={1.4} aria-hidden />
        </span>
      )}
      <h2>{props.title}</h2>
      {props.children === undefined ? null : <div className="quiet">{props.children}</div>}
      {props.action}
    </div>
  );
}
