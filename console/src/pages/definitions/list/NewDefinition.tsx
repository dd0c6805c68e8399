import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ApiProblem } from "../../../api/answered.ts";
import { useText } from "../../../i18n/language.ts";
import { Dialog } from "../../../parts/Dialog.tsx";
import { TextField } from "../../../parts/form/fields.tsx";
import { Form } from "../../../parts/form/Form.tsx";
import type { ManyKind } from "../kinds.ts";

const pattern = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** A new one begins with its name, which it keeps: other files call it by that. */
export function NewDefinition(props: {
  readonly kind: ManyKind;
  readonly taken: readonly string[];
  readonly isOpen: boolean;
  readonly close: () => void;
}) {
  const { t } = useText();
  return (
    <Dialog isOpen={props.isOpen} close={props.close} title={t(`definitions.${props.kind}.new`)}>
      {props.isOpen ? <Naming {...props} /> : null}
    </Dialog>
  );
}

function Naming({ kind, taken }: { readonly kind: ManyKind; readonly taken: readonly string[] }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const name = asName(typed);
  const begin = async (): Promise<void> => {
    const wrong = !pattern.test(name)
      ? t("definitions.nameWrong")
      : taken.includes(name)
        ? t("definitions.nameTaken", { name })
        : undefined;
    if (wrong !== undefined) throw new ApiProblem(400, { detail: wrong, field: "name" });
    await navigate({ to: newPaths[kind], params: { name } });
  };
  return (
    <Form send={begin} submit={t("definitions.begin")} permission="definitions:publish">
      <TextField
        name="name"
        label={t("definitions.nameLabel")}
        help={name === "" || name === typed ? t("definitions.nameHelp") : t("definitions.nameBecomes", { name })}
        placeholder={t(`definitions.${kind}.nameExample`)}
        value={typed}
        change={setTyped}
        required
      />
    </Form>
  );
}

const newPaths = { sequence: "/sequences/new/$name", email: "/templates/new/$name", form: "/website-forms/new/$name" } as const;

/** “Relance d’été” is `relance-d-ete`: nobody need know what a file may be called. */
export function asName(typed: string): string {
  return typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
