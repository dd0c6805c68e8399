import { useId } from "react";

/** One of a few that are worth seeing all at once: radio buttons that look like what is pressed on a phone. */
export function ChipsField<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly note?: string }[];
  readonly change: (value: Value) => void;
  /** Takes the focus when a dialogue opens. */
  readonly isFirst?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className="chips">
      <legend>{props.label}</legend>
      <div className="row">
        {props.choices.map(({ value, label, note }) => (
          <label key={value} className="chip">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              {...(props.isFirst === true && value === props.value ? { "data-autofocus": true } : {})}
              onChange={() => props.change(value)}
            />
            <span>{label}</span>
            {note === undefined ? null : <span className="quiet small">{note}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
