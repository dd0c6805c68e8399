import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import { done } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { ReasonDialog } from "../../parts/act/ReasonDialog.tsx";
import { TextField } from "../../parts/form/fields.tsx";

/** Erasing for good: only once their address was typed, so that nobody is erased by a slip. */
export function EraseDialog(props: { readonly person: PersonDetail; readonly close: () => void; readonly gone: () => void }) {
  const { t } = useText();
  const { person } = props;
  const [typed, setTyped] = useState("");
  const erase = async (reason: string): Promise<void> => {
    if (typed.trim().toLowerCase() !== person.email.toLowerCase()) throw new Error(t("erase.mistyped", { email: person.email }));
    await done(client.POST("/api/people/{id}/erase", { params: { path: { id: person.id } }, body: { reason } }));
    props.gone();
  };
  return (
    <ReasonDialog
      isOpen
      close={props.close}
      title={t("erase.title", { name: person.name })}
      confirm={t("erase.confirm")}
      isDanger
      run={erase}
    >
      <p>{t("erase.means")}</p>
      <p>{t("erase.opposition")}</p>
      <TextField name="email" label={t("erase.type", { email: person.email })} value={typed} change={setTyped} required />
    </ReasonDialog>
  );
}
