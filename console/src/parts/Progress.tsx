import { useId } from "react";
import { useText } from "../i18n/language.ts";

/** Long work as it goes: how much of how much, or merely that it goes when nobody can know. */
export function Progress(props: { readonly label: string; readonly done: number; readonly of?: number; readonly note?: string }) {
  const { t, locale } = useText();
  const id = useId();
  const count = new Intl.NumberFormat(locale);
  const told =
    props.of === undefined
      ? t("progress.some", { done: count.format(props.done) })
      : t("progress.of", { done: count.format(props.done), of: count.format(props.of) });
  return (
    <div className="progress">
      <div className="progress-head">
        <span id={id} className="strong">
          {props.label}
        </span>
        <span className="quiet small figures">{told}</span>
      </div>
      <progress aria-labelledby={id} max={props.of ?? 1} {...(props.of === undefined ? {} : { value: props.done })} />
      {props.note === undefined ? null : <p className="quiet small">{props.note}</p>}
    </div>
  );
}
