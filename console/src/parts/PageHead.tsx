import type { ReactNode } from "react";
import { useTitle } from "./use-title.ts";

/** A page's name, what it is for, and what can be done there. */
export function PageHead(props: {
  readonly title: string;
  readonly lead?: string;
  readonly back?: ReactNode;
  readonly actions?: ReactNode;
}) {
  useTitle(props.title);
  return (
    <div className="page-head">
      {props.back === undefined ? null : <div className="small">{props.back}</div>}
      <div className="page-head-line">
        <div>
          <h1>{props.title}</h1>
          {props.lead === undefined ? null : <p className="quiet">{props.lead}</p>}
        </div>
        {props.actions === undefined ? null : <div className="row">{props.actions}</div>}
      </div>
    </div>
  );
}
