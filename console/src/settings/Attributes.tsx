import "../theme/attributes.css";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "../i18n/language.ts";
import { Act } from "../parts/act/Act.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Form } from "../parts/form/Form.tsx";
import { TextField } from "../parts/form/fields.tsx";
import { Loading } from "../parts/Loading.tsx";
import { Section } from "../parts/Section.tsx";
import { Changes } from "../pages/definitions/Changes.tsx";
import { DefinitionLink } from "../pages/definitions/DefinitionLink.tsx";
import { AttributeDialog } from "./attributes/AttributeDialog.tsx";
import { AttributeRow, isUsed } from "./attributes/AttributeRow.tsx";
import { schemaFile, useSchema } from "./attributes/use-schema.ts";

const add = Symbol("a new attribute");

/** What may be known of people: a form over the same text that files hold, put in force as a new version. */
export function Attributes() {
  const { t } = useText();
  const schema = useSchema();
  const [edited, setEdited] = useState<string | typeof add>();
  const [isReviewing, setReviewing] = useState(false);
  const { query, attributes } = schema;
  if (query.error !== null) return <Failure fault={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Loading shape="page" />;
  const text = <DefinitionLink to={{ kind: "person", name: "default" }}>{t("attributes.text")}</DefinitionLink>;
  if (attributes === undefined) {
    return (
      <Section title={t("attributes.title")} actions={text}>
        <p>{t("attributes.unreadable")}</p>
      </Section>
    );
  }
  const found = attributes.find(([name]) => name === edited);
  const languages = [...new Set(attributes.flatMap(([, { label }]) => Object.keys(label)))];
  return (
    <>
      {schema.isChanged ? (
        <div className="notice" data-tone="plain" role="status">
          <p>{t("attributes.changed")}</p>
          <div className="row">
            <Act run={() => setReviewing(true)} permission="definitions:publish" tone="main">
              {t("attributes.review")}
            </Act>
            <Act run={schema.discard} tone="quiet">
              {t("attributes.discard")}
            </Act>
          </div>
        </div>
      ) : null}
      <Section
        title={t("attributes.title")}
        lead={t("attributes.lead", { version: schema.version })}
        actions={
          <>
            {text}
            <Act run={() => setEdited(add)} icon={IconPlus} permission="definitions:publish">
              {t("attributes.add")}
            </Act>
          </>
        }
      >
        <ul className="attribute-rows">
          {attributes.map(([name, declaration], place) => (
            <AttributeRow
              key={name}
              name={name}
              declaration={declaration}
              uses={schema.usesOf(name)}
              isFirst={place === 0}
              isLast={place === attributes.length - 1}
              edit={() => setEdited(name)}
              move={(by) => schema.edit({ kind: "move", name, by })}
              remove={() => schema.edit({ kind: "remove", name })}
            />
          ))}
        </ul>
      </Section>
      {edited === undefined ? null : (
        <AttributeDialog
          {...(found === undefined ? {} : { known: { name: found[0], declaration: found[1] } })}
          taken={attributes.map(([name]) => name)}
          languages={languages.length === 0 ? ["fr", "en"] : languages}
          isTypeFixed={found !== undefined && isUsed(schema.usesOf(found[0]))}
          close={() => setEdited(undefined)}
          put={(name, declaration) => schema.edit({ kind: "put", name, declaration })}
        />
      )}
      {isReviewing ? <Review schema={schema} close={() => setReviewing(false)} /> : null}
    </>
  );
}

/** What publishing would change, line by line, and why it is done. */
function Review({ schema, close }: { readonly schema: ReturnType<typeof useSchema>; readonly close: () => void }) {
  const { t } = useText();
  const [note, setNote] = useState("");
  const send = async (): Promise<void> => {
    if (await schema.publish(note.trim())) close();
  };
  return (
    <Dialog isOpen close={close} title={t("attributes.review")} place="wide">
      <Changes before={{ version: schema.version, files: { [schemaFile]: schema.inForce } }} after={{ [schemaFile]: schema.text }} />
      {schema.problems.length === 0 ? null : (
        <div className="notice" role="alert">
          <strong>{t("attributes.refused")}</strong>
          <ul>
            {schema.problems.map(({ field, problem, remedy }) => (
              <li key={`${field}${problem}`} className="break">
                {`${problem}. ${remedy}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Form send={send} submit={t("attributes.publish")} permission="definitions:publish">
        <TextField name="note" label={t("publish.note")} help={t("publish.noteHelp")} value={note} change={setNote} />
      </Form>
    </Dialog>
  );
}
