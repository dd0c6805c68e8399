import { useState } from "react";
import { ApiProblem } from "../../../api/answered.ts";
import { useText } from "../../../i18n/language.ts";
import { ChoiceField, LongTextField, SwitchField, TextField } from "../../../parts/form/fields.tsx";
import { Form } from "../../../parts/form/Form.tsx";
import { Section } from "../../../parts/Section.tsx";

/** Every field, and how a refusal stands at the one it is about: press the button. */
export function Fields() {
  const { t } = useText();
  const [text, setText] = useState("");
  const [long, setLong] = useState("");
  const [choice, setChoice] = useState("b");
  const [isOn, setOn] = useState(true);
  const send = async (): Promise<void> => {
    throw new ApiProblem(400, { title: t("design.refused"), detail: t("design.refused"), field: "text", remedy: t("design.remedy") });
  };
  return (
    <Section title={t("design.fields")} lead={t("design.fieldsLead")}>
      <Form send={send} submit={t("design.send")}>
        <TextField
          name="text"
          label={t("design.text")}
          help={t("design.help")}
          value={text}
          change={setText}
          placeholder="name@company.example"
        />
        <LongTextField name="long" label={t("design.long")} value={long} change={setLong} rows={2} />
        <ChoiceField
          name="choice"
          label={t("design.choice")}
          value={choice}
          change={setChoice}
          choices={["a", "b", "c"].map((value) => ({ value, label: value.toUpperCase() }))}
        />
        <SwitchField name="switch" label={t("design.switch")} help={t("design.help")} value={isOn} change={setOn} />
      </Form>
    </Section>
  );
}
