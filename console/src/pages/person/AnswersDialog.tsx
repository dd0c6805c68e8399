import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import type { AttributeField } from "#contract/people.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { AnswerField } from "./AnswerField.tsx";
import { usePersonActs } from "./use-person-acts.ts";

/** What is known of somebody, written by hand: every answer that may be given, as it is declared. */
export function AnswersDialog({ person, close }: { readonly person: PersonDetail; readonly close: () => void }) {
  const { t } = useText();
  const query = useQuery({ queryKey: ["attributes"], queryFn: () => answered(client.GET("/api/attributes")) });
  return (
    <Dialog isOpen close={close} title={t("person.known")}>
      {query.isPending ? <Loading shape="line" /> : null}
      {query.isError ? <Failure fault={query.error} retry={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : <Answers person={person} fields={query.data.items} close={close} />}
    </Dialog>
  );
}

function Answers(props: { readonly person: PersonDetail; readonly fields: readonly AttributeField[]; readonly close: () => void }) {
  const { t, own } = useText();
  const { person, fields, close } = props;
  const { answer } = usePersonActs(person);
  const before = Object.fromEntries(fields.map(({ name }) => [name, written(person.attributes.find((one) => one.name === name)?.value)]));
  const [values, setValues] = useState<Readonly<Record<string, string>>>(before);
  const save = async (): Promise<void> => {
    const changed = Object.entries(values).filter(([name, value]) => value.trim() !== before[name] && value.trim() !== "");
    if (changed.length > 0) await answer(Object.fromEntries(changed));
    close();
  };
  return (
    <Form send={save} submit={t("follow.save")} permission="people:change">
      <p className="quiet small">{t("person.knownHelp")}</p>
      {fields.map((field) => {
        const shared = {
          name: `attributes.${field.name}`,
          label: own(field.label),
          value: values[field.name] ?? "",
          change: (value: string): void => setValues((kept) => ({ ...kept, [field.name]: value })),
        };
        return <AnswerField key={field.name} field={field} {...shared} />;
      })}
    </Form>
  );
}

/** A value as somebody would type it; the API reads it back by its type. */
function written(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object" && "amount" in value && "currency" in value) return `${String(value.amount)} ${String(value.currency)}`;
  return String(value);
}
