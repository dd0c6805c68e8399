import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Form } from "../../parts/form/Form.tsx";
import { ChoiceField, LongTextField, TextField } from "../../parts/form/fields.tsx";
import { toastList } from "../../parts/toast/toasts.ts";

const bases = ["none", "consent", "legitimate-interest"] as const;
const blank = { email: "", firstName: "", lastName: "", company: "", phone: "", proof: "" };

/** Somebody added by hand: who they are, and what we may rest on to write to them. */
export function AddPerson({ close }: { readonly close: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const goTo = useNavigate();
  const [person, setPerson] = useState(blank);
  const [basis, setBasis] = useState<(typeof bases)[number]>("none");
  const field = (name: Exclude<keyof typeof blank, "proof">) => ({
    name,
    label: t(`people.${name}`),
    value: person[name],
    change: (value: string) => setPerson({ ...person, [name]: value }),
  });
  const send = async (): Promise<void> => {
    const { proof, ...who } = person;
    const added = await answered(client.POST("/api/people", { body: { ...who, basis, ...(basis === "none" ? {} : { proof }) } }));
    await queries.invalidateQueries({ queryKey: ["people"] });
    toastList.say({ text: t("people.added", { name: added.name }) });
    close();
    await goTo({ to: "/people/$id", params: { id: added.id } });
  };
  return (
    <Form send={send} submit={t("people.add")} permission="people:change">
      <TextField {...field("email")} type="email" required />
      <TextField {...field("firstName")} />
      <TextField {...field("lastName")} />
      <TextField {...field("company")} />
      <TextField {...field("phone")} type="tel" />
      <ChoiceField
        name="basis"
        label={t("people.basis")}
        value={basis}
        choices={bases.map((value) => ({ value, label: t(`people.basis.${value}`) }))}
        change={(value) => setBasis(bases.find((one) => one === value) ?? "none")}
      />
      {basis === "none" ? null : (
        <LongTextField
          name="proof"
          label={t("people.proof")}
          help={t("people.proofHelp")}
          rows={2}
          required
          value={person.proof}
          change={(proof) => setPerson({ ...person, proof })}
        />
      )}
    </Form>
  );
}
