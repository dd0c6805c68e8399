import type { AttributeField } from "#contract/people.ts";
import { useText } from "../../i18n/language.ts";
import { ChoiceField, TextField } from "../../parts/form/fields.tsx";

const currencies = ["EUR", "CHF", "GBP", "USD", "CAD"];

/** What one attribute is written in, by its type; the value is text, as the API reads it back. */
export function AnswerField(props: {
  readonly field: AttributeField;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  const { t, own } = useText();
  const { field, ...shared } = props;
  switch (field.type) {
    case "choice":
      return <ChoiceField {...shared} choices={[none, ...known(field, own)]} />;
    case "yes-no":
      return (
        <ChoiceField {...shared} choices={[none, { value: "true", label: t("person.yes") }, { value: "false", label: t("person.no") }]} />
      );
    case "date":
      return <TextField {...shared} {...(isDay(shared.value) ? { type: "date" as const } : {})} />;
    case "number":
      return <TextField {...shared} inputMode="decimal" />;
    case "money":
      return <MoneyField {...shared} />;
    case "list":
      return <TextField {...shared} help={t("person.listHelp")} />;
    case "text":
      return <TextField {...shared} {...(field.name === "phone" ? { type: "tel" as const } : {})} />;
  }
}

const none = { value: "", label: "—" };

function known(field: AttributeField, own: (texts: AttributeField["label"]) => string) {
  return field.choices.map(({ value, label }) => ({ value, label: own(label) }));
}

/** Empty, or a day as the browser's own calendar takes it; what was answered otherwise is shown as it was. */
function isDay(value: string): boolean {
  return value === "" || /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** An amount and its currency, kept as `12500.5 EUR`. */
function MoneyField({
  value,
  change,
  ...shared
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  const { t } = useText();
  const [, amount = value, currency = "EUR"] = /^(.*?)\s*([A-Z]{3})?$/.exec(value) ?? [];
  const put = (sum: string, unit: string): void => change(sum.trim() === "" ? "" : `${sum} ${unit}`);
  return (
    <div className="row">
      <TextField {...shared} value={amount} change={(sum) => put(sum, currency)} inputMode="decimal" />
      <ChoiceField
        name={`${shared.name}.currency`}
        label={t("follow.currency")}
        value={currency}
        change={(unit) => put(amount, unit)}
        choices={[...new Set([currency, ...currencies])].map((unit) => ({ value: unit, label: unit }))}
      />
    </div>
  );
}
