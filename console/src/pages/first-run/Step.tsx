import { IconCheck } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { useText } from "../../i18n/language.ts";
import { Tag } from "../../parts/Tag.tsx";

/** One of the first steps, with whether it is done. */
export function Step(props: { readonly number: number; readonly title: string; readonly isDone: boolean; readonly children: ReactNode }) {
  const { t } = useText();
  const id = useId();
  return (
    <li className="card step" aria-labelledby={id} data-done={props.isDone ? true : undefined}>
      <span className="step-number" aria-hidden>
        {props.isDone ? <IconCheck size={18} stroke={2} /> : props.number}
      </span>
      <div className="stack">
        <div className="row">
          <h2 id={id}>{props.title}</h2>
          {props.isDone ? <Tag tone="good">{t("firstRun.done")}</Tag> : null}
        </div>
        {props.children}
      </div>
    </li>
  );
}
