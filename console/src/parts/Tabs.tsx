import { type KeyboardEvent, type ReactNode, useId } from "react";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number;
}

/** Sides of one thing. Arrows go from one to the next (WAI-ARIA's pattern); the panel shown is the caller's `children`. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly choose: (id: Id) => void;
  readonly children: ReactNode;
}) {
  const base = useId();
  const step = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const place = props.tabs.findIndex((tab) => tab.id === props.chosen);
    const last = props.tabs.length - 1;
    const to = { ArrowRight: place === last ? 0 : place + 1, ArrowLeft: place === 0 ? last : place - 1, Home: 0, End: last }[event.key];
    const next = to === undefined ? undefined : props.tabs[to];
    if (next === undefined) return;
    event.preventDefault();
    props.choose(next.id);
    document.getElementById(`${base}${next.id}`)?.focus();
  };
  return (
    <div className="stack">
      <div role="tablist" aria-label={props.label} className="tabs">
        {props.tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${base}${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === props.chosen}
            aria-controls={`${base}panel`}
            tabIndex={tab.id === props.chosen ? 0 : -1}
            onClick={() => props.choose(tab.id)}
            onKeyDown={step}
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="tag">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}panel`} aria-labelledby={`${base}${props.chosen}`} className="stack">
        {props.children}
      </div>
    </div>
  );
}
