import { Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../../../i18n/language.ts";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Form } from "../../../parts/form/Form.tsx";
import { toastList } from "../../../parts/toast/toasts.ts";
import { DefinitionLink } from "../DefinitionLink.tsx";
import { definitionKeys, definitionsApi } from "../definitions-api.ts";
import { type DefinitionName, isMany, sameDefinition } from "../kinds.ts";
import type { Check } from "../use-check.ts";
import type { Draft } from "../use-draft.ts";

interface Publishing {
  readonly name: DefinitionName;
  readonly draft: Draft;
  readonly check: Check;
  readonly isNew: boolean;
  readonly close: () => void;
  /** The text was refused: what is wrong stands beside it. */
  readonly refused: () => void;
}

/** The last look before a text is in force: what changes with it, and a note for whoever reads the history. */
export function PublishDialog(props: Publishing & { readonly isOpen: boolean }) {
  const { t } = useText();
  return (
    <Dialog isOpen={props.isOpen} close={props.close} title={t("publish.title")}>
      {props.isOpen ? <Publish {...props} /> : null}
    </Dialog>
  );
}

function Publish({ name, draft, check, isNew, close, refused }: Publishing) {
  const { t } = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [note, setNote] = useState("");
  const others = check.changes.filter((one) => !sameDefinition(one, name));
  const send = async (): Promise<void> => {
    const publishing = await definitionsApi.publish(name, draft.base, draft.files, note.trim());
    switch (publishing.kind) {
      case "problems":
        refused();
        break;
      case "stale":
        await queries.invalidateQueries({ queryKey: definitionKeys.one(name) });
        break;
      case "published": {
        await queries.invalidateQueries({ queryKey: definitionKeys.all });
        draft.discard();
        toastList.say({ text: t("publish.done", { version: publishing.version }) });
        if (isNew && isMany(name.kind)) await navigate({ to: pages[name.kind], params: { name: name.name }, replace: true });
        break;
      }
    }
    close();
  };
  return (
    <Form send={send} submit={t("definitions.publish")} permission="definitions:publish">
      <p>{t(isNew ? "publish.first" : "publish.means")}</p>
      {others.length === 0 ? null : (
        <div>
          <p className="strong">{t("publish.also")}</p>
          <ul>
            {others.map((other) => (
              <li key={`${other.kind} ${other.name}`}>
                <DefinitionLink to={other}>{other.name === "default" ? t(`definitions.${other.kind}.title`) : other.name}</DefinitionLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Textarea
        label={t("publish.note")}
        description={t("publish.noteHelp")}
        placeholder={t("publish.notePlaceholder")}
        maxLength={500}
        rows={2}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Form>
  );
}

const pages = { sequence: "/sequences/$name", email: "/templates/$name", form: "/website-forms/$name" } as const;
