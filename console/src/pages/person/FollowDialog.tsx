import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import type { MemberView } from "#contract/team.ts";
import { useText } from "../../i18n/language.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ChoiceField, TextField } from "../../parts/form/fields.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { usePersonActs } from "./use-person-acts.ts";

/** Those most asked for first; then all there are. */
const currencies = [...new Set(["EUR", "USD", "GBP", "CHF", "CAD", ...Intl.supportedValuesOf("currency")])];

/** Who looks after somebody, and what winning them is worth. */
export function FollowDialog(props: { readonly person: PersonDetail; readonly team: readonly MemberView[]; readonly close: () => void }) {
  const { t, language } = useText();
  const { person, close } = props;
  const { edit } = usePersonActs(person);
  const [owner, setOwner] = useState(person.owner ?? "");
  const [amount, setAmount] = useState(person.value === null ? "" : String(person.value.amount));
  const [currency, setCurrency] = useState(person.value?.currency ?? "EUR");
  const names = new Intl.DisplayNames(language, { type: "currency" });
  const members = props.team.map((member) => ({ value: member.email, label: member.name }));
  const isKnown = owner === "" || members.some((member) => member.value === owner);
  const save = (): Promise<void> => {
    const read = amount.trim() === "" ? undefined : Number(amount.trim().replaceAll(/\s/g, "").replace(",", "."));
    if (read !== undefined && !(Number.isFinite(read) && read >= 0)) return Promise.reject(new Error(t("follow.badAmount")));
    const value = read === undefined ? null : { amount: read, currency };
    const next = { owner: owner === "" ? null : owner, value };
    close();
    void edit(next, { owner: person.owner, value: person.value }, (before) => ({ ...before, ...next }));
    return Promise.resolve();
  };
  return (
    <Dialog isOpen close={close} title={t("follow.title")}>
      <Form send={save} submit={t("follow.save")} permission="people:change">
        <ChoiceField
          name="owner"
          label={t("follow.owner")}
          value={owner}
          change={setOwner}
          choices={[{ value: "", label: t("follow.nobody") }, ...members, ...(isKnown ? [] : [{ value: owner, label: owner }])]}
        />
        <TextField name="value" label={t("follow.value")} help={t("follow.valueHelp")} value={amount} change={setAmount} />
        <ChoiceField
          name="currency"
          label={t("follow.currency")}
          value={currency}
          change={setCurrency}
          choices={currencies.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }))}
        />
      </Form>
    </Dialog>
  );
}
