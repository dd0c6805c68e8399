import { type ReactNode, useId, useRef, useState } from "react";

/**
 * A short word about what stands under the pointer or has the focus. It goes at Escape and stays while the pointer is on it
 * (WCAG 1.4.13). What it says is always there for whoever listens: `children` are given its id for `aria-describedby`.
 */
export function Hint({
  text,
  children,
}: {
  readonly text: string | undefined;
  readonly children: (describedBy: string | undefined) => ReactNode;
}) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>();
  if (text === undefined) return children(undefined);
  const show = (): void => {
    const box = anchor.current?.getBoundingClientRect();
    if (box !== undefined) setPlace({ left: Math.max(136, Math.min(innerWidth - 136, box.left + box.width / 2)), top: box.top });
  };
  const hide = (): void => setPlace(undefined);
  return (
    // The listeners only show what is described in any case; nothing is done by them.
    <span
      ref={anchor}
      className="hinted"
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={(event) => {
        if (event.key === "Escape") hide();
      }}
    >
      {children(id)}
      <span id={id} role="tooltip" className="hint" data-shown={place === undefined ? undefined : true} style={place}>
        {text}
      </span>
    </span>
  );
}
