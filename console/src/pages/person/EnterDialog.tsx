import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { ChoiceField } from "../../parts/form/fields.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { usePersonActs } from "./use-person-acts.ts";

/** Which sequence somebody is put into by hand. What stands against it is told where it was asked. */
export function EnterDialog({ person, close }: { readonly person: PersonDetail; readonly close: () => void }) {
  const { t, language } = useText();
  const { enter } = usePersonActs(person);
  const [chosen, setChosen] = useState<string>();
  const query = useQuery({
    queryKey: ["definitions", "sequence"],
    queryFn: () => answered(client.GET("/api/definitions", { params: { query: { kind: "sequence" } } })),
  });
  const sequences = query.data?.items ?? [];
  const sequence = chosen ?? sequences[0]?.name ?? "";
  return (
    <Dialog isOpen close={close} title={t("enter.title", { name: person.name })}>
      {query.isPending ? <Loading shape="line" /> : null}
      {query.isError ? <Failure fault={query.error} retry={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : sequences.length === 0 ? (
        <p className="quiet">{t("enter.none")}</p>
      ) : (
        <Form send={() => enter(sequence).then(close)} submit={t("enter.act")} permission="people:enrol">
          <ChoiceField
            name="sequence"
            label={t("enter.which")}
            help={t("enter.help")}
            value={sequence}
            change={setChosen}
            choices={sequences.map(({ name, title }) => ({ value: name, label: title[language] ?? Object.values(title)[0] ?? name }))}
          />
        </Form>
      )}
    </Dialog>
  );
}
