import { type ReactNode, useId } from "react";

/** A card with its title: what a page is divided into. `flush` lets a table or a list touch its edges. */
export function Section(props: {
  readonly title?: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly flush?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  const named = props.title === undefined ? {} : { "aria-labelledby": id };
  return (
    <section className={props.flush === true ? "card flush" : "card"} {...named}>
      {props.title === undefined && props.actions === undefined ? null : (
        <div className="section-head">
          <div>
            {props.title === undefined ? null : <h2 id={id}>{props.title}</h2>}
            {props.lead === undefined ? null : <p className="quiet small">{props.lead}</p>}
          </div>
          {props.actions === undefined ? null : <div className="row">{props.actions}</div>}
        </div>
      )}
      {props.children}
    </section>
  );
}
