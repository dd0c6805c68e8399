import { IconSearch, IconUser } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useText } from "../i18n/language.ts";
import { KeyHint } from "../parts/KeyHint.tsx";
import type { PaletteLine } from "./line.ts";
import { useLines } from "./use-lines.ts";

/** Type where to go, whom to see or what to do: a field that never loses the focus, over a list it speaks for (WAI-ARIA's combobox). */
export function Palette({ close }: { readonly close: () => void }) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const base = useId();
  const [typed, setTyped] = useState("");
  const [place, setPlace] = useState(0);
  const { lines, isSeeking } = useLines(typed);
  const at = Math.min(place, lines.length - 1);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    // Newer browsers answer a promise here, which React would take for what undoes the effect.
    document.getElementById(`${base}${at}`)?.scrollIntoView({ block: "nearest" });
  }, [base, at]);
  const run = (line: PaletteLine | undefined): void => {
    if (line === undefined) return;
    dialog.current?.close();
    line.run();
  };
  const press = (event: KeyboardEvent): void => {
    const to = { ArrowDown: (at + 1) % lines.length, ArrowUp: (at - 1 + lines.length) % lines.length }[event.key];
    if (event.key === "Enter") run(lines[at]);
    else if (to === undefined || lines.length === 0) return;
    else setPlace(to);
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={t("palette.name")}
      onClose={close}
      onClick={(event) => {
        if (event.target === event.currentTarget) dialog.current?.close();
      }}
    >
      <div className="palette-field">
        <IconSearch size={20} stroke={1.6} aria-hidden />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={`${base}list`}
          aria-activedescendant={lines.length === 0 ? undefined : `${base}${at}`}
          aria-label={t("palette.name")}
          placeholder={t("palette.hint")}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setPlace(0);
          }}
          onKeyDown={press}
        />
      </div>
      <div role="listbox" id={`${base}list`} aria-label={t("palette.name")} className="palette-list" tabIndex={-1}>
        {lines.map((line, index) => (
          <Line
            key={line.id}
            id={`${base}${index}`}
            line={line}
            isFirst={lines[index - 1]?.group !== line.group}
            isChosen={index === at}
            choose={() => run(line)}
            point={() => setPlace(index)}
          />
        ))}
      </div>
      <p className="palette-foot small quiet" role="status">
        {isSeeking ? t("palette.seeking") : lines.length === 0 ? t("palette.none") : t("palette.count", { count: lines.length })}
      </p>
    </dialog>
  );
}

function Line(props: {
  readonly id: string;
  readonly line: PaletteLine;
  readonly isFirst: boolean;
  readonly isChosen: boolean;
  readonly choose: () => void;
  readonly point: () => void;
}) {
  const { t } = useText();
  const { line } = props;
  const Icon = line.icon ?? (line.group === "people" ? IconUser : undefined);
  return (
    <>
      {props.isFirst ? (
        <div className="palette-group" role="presentation">
          {t(`palette.group.${line.group}`)}
        </div>
      ) : null}
      <div
        id={props.id}
        role="option"
        aria-selected={props.isChosen}
        className="palette-line"
        onClick={props.choose}
        onPointerMove={props.isChosen ? undefined : props.point}
      >
        <span className="palette-icon">{Icon === undefined ? null : <Icon size={18} stroke={1.6} aria-hidden />}</span>
        <span className="palette-label">
          <span className="clip">{line.label}</span>
          {line.beneath === undefined ? null : <span className="clip quiet small">{line.beneath}</span>}
        </span>
        {line.keys === undefined ? null : <KeyHint keys={line.keys} />}
      </div>
    </>
  );
}
