import { NativeSelect, Switch, Textarea, TextInput } from "@mantine/core";
import { useFieldFault } from "./form-fault.ts";

interface FieldProps<Value> {
  /** As the API calls it: a refusal's `field` finds it by this. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly value: Value;
  readonly change: (value: Value) => void;
  readonly required?: boolean;
}

/** One line of text. */
export function TextField(
  props: FieldProps<string> & {
    readonly type?: "text" | "email" | "url" | "tel" | "password" | "date";
    readonly inputMode?: "decimal";
    readonly placeholder?: string;
    readonly autoComplete?: string;
  },
) {
  const error = useFieldFault(props.name);
  return (
    <TextInput
      {...shared(props, error)}
      type={props.type ?? "text"}
      {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
      value={props.value}
      placeholder={props.placeholder ?? ""}
      autoComplete={props.autoComplete ?? "off"}
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  );
}

/** Several lines of text. */
export function LongTextField(props: FieldProps<string> & { readonly rows?: number }) {
  const error = useFieldFault(props.name);
  return (
    <Textarea
      {...shared(props, error)}
      rows={props.rows ?? 4}
      value={props.value}
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  );
}

/** One of a few: the browser's own list, which every keyboard and phone knows. */
export function ChoiceField(
  props: FieldProps<string> & { readonly choices: readonly { readonly value: string; readonly label: string }[] },
) {
  const error = useFieldFault(props.name);
  return (
    <NativeSelect
      {...shared(props, error)}
      value={props.value}
      data={[...props.choices]}
      onChange={(event) => props.change(event.currentTarget.value)}
    />
  );
}

/** Yes or no. */
export function SwitchField(props: FieldProps<boolean>) {
  const error = useFieldFault(props.name);
  // A switch has no asterisk to leave out.
  const { withAsterisk: _, ...rest } = shared(props, error);
  return <Switch {...rest} checked={props.value} onChange={(event) => props.change(event.currentTarget.checked)} />;
}

function shared({ name, label, help, required = false }: Omit<FieldProps<unknown>, "value" | "change">, error: string | undefined) {
  return {
    name,
    label,
    description: help,
    required,
    withAsterisk: false,
    error,
    ...(error === undefined ? {} : { "aria-invalid": true }),
  };
}
