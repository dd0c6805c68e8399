import { useState } from "react";
import type { FormPlaces } from "#contract/forms.ts";
import { challenges } from "#core/form/challenge.ts";
import { useText } from "../../i18n/language.ts";
import { TextField } from "../../parts/form/fields.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { Section } from "../../parts/Section.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { toastList } from "../../parts/toast/toasts.ts";
import { ask } from "./ask.ts";

/** The secret by which a form's check against machines is verified: given here, never shown again. */
export function ChallengeSecret(props: {
  readonly name: string;
  readonly challenge: NonNullable<FormPlaces["challenge"]>;
  readonly changed: () => void;
}) {
  const { t } = useText();
  const [secret, setSecret] = useState("");
  const provider = challenges[props.challenge.provider].name;
  const send = async (): Promise<void> => {
    await ask.giveSecret(props.name, secret);
    setSecret("");
    toastList.say({ text: t("forms.challenge.kept") });
    props.changed();
  };
  return (
    <Section
      title={t("forms.challenge.title", { provider })}
      lead={t("forms.challenge.lead", { provider })}
      actions={
        props.challenge.hasSecret ? (
          <Tag tone="good">{t("forms.challenge.ready")}</Tag>
        ) : (
          <Tag tone="warn">{t("forms.challenge.missing")}</Tag>
        )
      }
    >
      <Form send={send} submit={t("forms.challenge.give")} permission="sources:manage">
        <TextField name="secret" type="password" label={t("forms.challenge.secret")} value={secret} change={setSecret} required />
      </Form>
    </Section>
  );
}
