import { useState } from "react";
import { waysTold } from "#core/person/consent.ts";
import { fieldValue } from "../../calls/later-times.ts";
import { useNow } from "../../api/use-overview.ts";
import { useText } from "../../i18n/language.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { ChoiceField, LongTextField } from "../../parts/form/fields.tsx";
import { DateTimeField } from "../../parts/form/DateTimeField.tsx";
import { Form } from "../../parts/form/Form.tsx";
import type { Given } from "./use-consent-acts.ts";

const purposes = ["marketing", "measurement"] as const;

/** Records what somebody agreed to elsewhere than in a form of ours: on paper, by phone, by mail, face to face. */
export function GiveConsentDialog(props: {
  readonly name: string;
  readonly close: () => void;
  readonly give: (given: Given) => Promise<void>;
}) {
  const { t } = useText();
  const [purpose, setPurpose] = useState<string>("marketing");
  const [how, setHow] = useState<string>("paper");
  const [text, setText] = useState("");
  const now = fieldValue(new Date(useNow()));
  const [at, setAt] = useState(now);
  const [reason, setReason] = useState("");
  const send = async (): Promise<void> => {
    await props.give({
      purpose: purposes.find((one) => one === purpose) ?? "marketing",
      how: waysTold.find((one) => one === how) ?? "paper",
      text,
      at: new Date(at).toISOString(),
      reason,
    });
    props.close();
  };
  return (
    <Dialog isOpen close={props.close} title={t("consent.recordTitle", { name: props.name })}>
      <p className="quiet">{t("consent.recordLead")}</p>
      <Form send={send} submit={t("consent.recordKeep")} permission="people:change">
        <ChoiceField
          name="purpose"
          label={t("consent.purpose")}
          value={purpose}
          change={setPurpose}
          choices={purposes.map((value) => ({ value, label: t(`person.purpose.${value}`) }))}
        />
        <ChoiceField
          name="how"
          label={t("consent.how")}
          value={how}
          change={setHow}
          choices={waysTold.map((value) => ({ value, label: t(`consent.way.${value}`) }))}
        />
        <LongTextField name="text" label={t("consent.text")} help={t("consent.textHelp")} value={text} change={setText} rows={3} required />
        <DateTimeField name="at" label={t("consent.at")} value={at} change={setAt} max={now} />
        <LongTextField
          name="reason"
          label={t("consent.where")}
          help={t("consent.whereHelp")}
          value={reason}
          change={setReason}
          rows={2}
          required
        />
      </Form>
    </Dialog>
  );
}
