import { ActionIcon, Button } from "@mantine/core";
import { IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { type AttributeDeclaration, attributeTypes } from "#core/person/attribute.ts";
import { useText } from "../../i18n/language.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { ChoiceField, TextField } from "../../parts/form/fields.tsx";
import { languageName } from "../../pages/definitions/language-name.ts";

type Choice = NonNullable<AttributeDeclaration["choices"]>[number];

/** One attribute: its name once and for all, its type while nobody uses it, its labels, and what may be chosen. */
export function AttributeDialog(props: {
  /** Absent for a new one. */
  readonly known?: { readonly name: string; readonly declaration: AttributeDeclaration };
  readonly taken: readonly string[];
  readonly languages: readonly string[];
  readonly isTypeFixed: boolean;
  readonly close: () => void;
  readonly put: (name: string, declaration: AttributeDeclaration) => void;
}) {
  const { t, locale } = useText();
  const { known, languages } = props;
  const [name, setName] = useState(known?.name ?? "");
  const [type, setType] = useState<AttributeDeclaration["type"]>(known?.declaration.type ?? "text");
  const [label, setLabel] = useState<Readonly<Record<string, string>>>(known?.declaration.label ?? {});
  const [choices, setChoices] = useState<readonly Choice[]>(known?.declaration.choices ?? []);
  const send = (): Promise<void> => {
    if (known === undefined && !/^[a-zA-Z][a-zA-Z0-9]*$/.test(name.trim())) return Promise.reject(new Error(t("attributes.nameBad")));
    if (known === undefined && props.taken.includes(name.trim())) return Promise.reject(new Error(t("attributes.nameTaken")));
    props.put(name.trim(), { type, label: { ...label }, ...(type === "choice" ? { choices: [...choices] } : {}) });
    props.close();
    return Promise.resolve();
  };
  return (
    <Dialog isOpen close={props.close} title={known === undefined ? t("attributes.add") : t("attributes.editOne", { name: known.name })}>
      <Form send={send} submit={t("attributes.keep")} permission="definitions:publish">
        {known === undefined ? (
          <TextField name="name" label={t("attributes.name")} help={t("attributes.nameHelp")} value={name} change={setName} required />
        ) : (
          <p className="quiet small">{t("attributes.nameFixed", { name: known.name })}</p>
        )}
        {props.isTypeFixed ? (
          <p className="small">
            {t(`attributes.type.${type}`)} · <span className="quiet">{t("attributes.typeFixed")}</span>
          </p>
        ) : (
          <ChoiceField
            name="type"
            label={t("attributes.type")}
            value={type}
            change={(value) => setType(attributeTypes.find((one) => one === value) ?? type)}
            choices={attributeTypes.map((value) => ({ value, label: t(`attributes.type.${value}`) }))}
          />
        )}
        {languages.map((language) => (
          <TextField
            key={language}
            name={`label.${language}`}
            label={t("attributes.label", { language: languageName(language, locale) })}
            value={label[language] ?? ""}
            change={(value) => setLabel((before) => ({ ...before, [language]: value }))}
            required
          />
        ))}
        {type === "choice" ? <Choices choices={choices} languages={languages} change={setChoices} /> : null}
      </Form>
    </Dialog>
  );
}

function Choices(props: {
  readonly choices: readonly Choice[];
  readonly languages: readonly string[];
  readonly change: (choices: readonly Choice[]) => void;
}) {
  const { t, locale } = useText();
  const { choices, change } = props;
  const put = (at: number, choice: Choice): void => change(choices.map((one, place) => (place === at ? choice : one)));
  const up = (at: number): void => {
    const [one, before] = [choices[at], choices[at - 1]];
    if (one !== undefined && before !== undefined)
      change(choices.map((choice, place) => (place === at ? before : place === at - 1 ? one : choice)));
  };
  return (
    <div className="stack">
      {choices.map((choice, at) => {
        const place = at + 1;
        return (
          // Its place is what a choice is told by here: its value is what is being typed.
          // oxlint-disable-next-line react/no-array-index-key
          <fieldset key={at} className="attribute-choice">
            <legend>{t("attributes.choice", { place })}</legend>
            <TextField
              name={`choices.${at}.value`}
              label={t("attributes.choiceValue", { place })}
              value={choice.value}
              change={(value) => put(at, { ...choice, value })}
              required
            />
            {props.languages.map((language) => (
              <TextField
                key={language}
                name={`choices.${at}.label.${language}`}
                label={t("attributes.choiceLabel", { place, language: languageName(language, locale) })}
                value={choice.label[language] ?? ""}
                change={(text) => put(at, { ...choice, label: { ...choice.label, [language]: text } })}
                required
              />
            ))}
            <div className="row">
              {at === 0 ? null : (
                <ActionIcon variant="subtle" size="lg" aria-label={t("attributes.choiceUp", { place })} onClick={() => up(at)}>
                  <IconArrowUp size={18} stroke={1.6} aria-hidden />
                </ActionIcon>
              )}
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t("attributes.choiceRemove", { place })}
                onClick={() => change(choices.filter((_, other) => other !== at))}
              >
                <IconTrash size={18} stroke={1.6} aria-hidden />
              </ActionIcon>
            </div>
          </fieldset>
        );
      })}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.6} aria-hidden />}
          onClick={() => change([...choices, { value: "", label: {} }])}
        >
          {t("attributes.addChoice")}
        </Button>
      </div>
    </div>
  );
}
