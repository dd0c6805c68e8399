import { TextInput } from "@mantine/core";
import { useFieldFault } from "./form-fault.ts";

/** A day and an hour, as the reader's clock has them. */
export function DateTimeField(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly max?: string;
}) {
  const error = useFieldFault(props.name);
  return (
    <TextInput
      type="datetime-local"
      name={props.name}
      label={props.label}
      value={props.value}
      max={props.max ?? ""}
      required
      withAsterisk={false}
      error={error}
      {...(error === undefined ? {} : { "aria-invalid": true })}
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  );
}
