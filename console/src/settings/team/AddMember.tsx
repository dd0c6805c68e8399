import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Role, roles } from "#core/access/role.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ChoiceField, TextField } from "../../parts/form/fields.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { toastList } from "../../parts/toast/toasts.ts";

/** Somebody new: their name, the address they sign in with, and what they may do. */
export function AddMember({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const { t } = useText();
  return (
    <Dialog isOpen={isOpen} close={close} title={t("team.addTitle")}>
      {isOpen ? <NewMember close={close} /> : null}
    </Dialog>
  );
}

function NewMember({ close }: { readonly close: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("sales");
  const send = async (): Promise<void> => {
    await answered(client.POST("/api/team", { body: { name, email, role } }));
    toastList.say({ text: t("team.added", { name }) });
    close();
    await queries.invalidateQueries({ queryKey: ["team"] });
  };
  return (
    <Form send={send} submit={t("team.add")} permission="team:manage">
      <TextField name="name" label={t("team.name")} value={name} change={setName} required />
      <TextField name="email" label={t("team.email")} help={t("team.emailHelp")} type="email" value={email} change={setEmail} required />
      <ChoiceField
        name="role"
        label={t("team.role")}
        help={t(`roleMay.${role}`)}
        value={role}
        change={(value) => setRole(roles.find((each) => each === value) ?? role)}
        choices={roles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
      />
    </Form>
  );
}
