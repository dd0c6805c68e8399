import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { stages } from "#core/person/stage.ts";
import { answered, done } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { exact } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { CopyButton } from "../../parts/CopyButton.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { ChoiceField, SwitchField, TextField } from "../../parts/form/fields.tsx";
import { Section } from "../../parts/Section.tsx";
import { toastList } from "../../parts/toast/toasts.ts";
import type { Source } from "./ask.ts";

const bases = ["consent", "legitimate-interest", "none"] as const;
const overlap = 7;

/** What a source's people are given, how it is trusted, and its end. */
export function SourceSettings({ source }: { readonly source: Source }) {
  const { t } = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const path = { params: { path: { id: source.id } } };
  const readAgain = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ["source", source.id] });
    await queries.invalidateQueries({ queryKey: ["sources"] });
  };
  const enable = async (enabled: boolean): Promise<void> => {
    await answered(client.PATCH("/api/sources/{id}", { ...path, body: { enabled } }));
    toastList.say({ text: t(enabled ? "sources.enabled" : "sources.disabled"), undo: () => void enable(!enabled) });
    await readAgain();
  };
  const remove = async (): Promise<void> => {
    await done(client.DELETE("/api/sources/{id}", path));
    await queries.invalidateQueries({ queryKey: ["sources"] });
    await navigate({ to: "/sources" });
  };
  return (
    <>
      <Given source={source} readAgain={readAgain} />
      <Secrets source={source} readAgain={readAgain} />
      <Section title={t("sources.delete")} lead={t("sources.deleteLead")}>
        <div className="row">
          <Act permission="sources:manage" run={() => enable(!source.enabled)}>
            {source.enabled ? t("sources.disable") : t("sources.enable")}
          </Act>
          <Act permission="sources:manage" tone="danger" run={remove}>
            {t("sources.delete")}
          </Act>
        </div>
      </Section>
    </>
  );
}

interface Part {
  readonly source: Source;
  readonly readAgain: () => Promise<void>;
}

function Given({ source, readAgain }: Part) {
  const { t } = useText();
  const [name, setName] = useState(source.name);
  const [basis, setBasis] = useState<string>(source.basis);
  const [asksTwice, setAsksTwice] = useState(source.doubleOptIn !== null);
  const [validDays, setValidDays] = useState(String(source.doubleOptIn?.validDays ?? 7));
  const [remindAfterDays, setRemindAfterDays] = useState(String(source.doubleOptIn?.remindAfterDays ?? ""));
  const [tags, setTags] = useState(source.tags.join(", "));
  const [owner, setOwner] = useState(source.owner ?? "");
  const [stage, setStage] = useState<string>(source.stage ?? "");
  const send = async (): Promise<void> => {
    const words = tags.split(",").map((tag) => tag.trim());
    await answered(
      client.PATCH("/api/sources/{id}", {
        params: { path: { id: source.id } },
        headers: { "If-Match": `"${source.rev}"` },
        body: {
          name,
          basis: bases.find((one) => one === basis) ?? "consent",
          doubleOptIn: asksTwice ? ruleOf(source, validDays, remindAfterDays) : null,
          tags: words.filter((tag) => tag !== ""),
          owner: owner.trim() === "" ? null : owner.trim(),
          stage: stages.find((one) => one === stage) ?? null,
        },
      }),
    );
    toastList.say({ text: t("sources.saved") });
    await readAgain();
  };
  const choices = [{ value: "", label: t("sources.stageNone") }, ...stages.map((value) => ({ value, label: t(`stage.${value}`) }))];
  return (
    <Section title={t("sources.tab.settings")}>
      <Form send={send} submit={t("sources.keep")} permission="sources:manage">
        <TextField name="name" label={t("sources.name")} value={name} change={setName} required />
        <ChoiceField
          name="basis"
          label={t("sources.basis")}
          value={basis}
          change={setBasis}
          choices={bases.map((value) => ({ value, label: t(`sources.basis.${value}`) }))}
        />
        {basis === "none" ? null : (
          <SwitchField
            name="doubleOptIn"
            label={t("sources.askTwice")}
            help={t("sources.askTwiceHelp")}
            value={asksTwice}
            change={setAsksTwice}
          />
        )}
        {basis === "none" || !asksTwice ? null : (
          <div className="row">
            <TextField
              name="doubleOptIn.validDays"
              label={t("sources.validDays")}
              help={t("sources.validDaysHelp")}
              value={validDays}
              change={setValidDays}
              required
            />
            <TextField
              name="doubleOptIn.remindAfterDays"
              label={t("sources.remindAfterDays")}
              help={t("sources.remindAfterDaysHelp")}
              value={remindAfterDays}
              change={setRemindAfterDays}
            />
          </div>
        )}
        <TextField name="tags" label={t("sources.tags")} help={t("sources.tagsHelp")} value={tags} change={setTags} />
        <TextField name="owner" type="email" label={t("sources.owner")} help={t("sources.ownerHelp")} value={owner} change={setOwner} />
        <ChoiceField name="stage" label={t("sources.stage")} value={stage} change={setStage} choices={choices} />
      </Form>
    </Section>
  );
}

/** The rule as it is sent: what is no number is for the API to refuse, at its field. */
function ruleOf({ doubleOptIn }: Source, validDays: string, remindAfterDays: string): NonNullable<Source["doubleOptIn"]> {
  const reminder = remindAfterDays.trim();
  return {
    validDays: Number(validDays),
    ...(reminder === "" ? {} : { remindAfterDays: Number(reminder) }),
    ...(doubleOptIn?.email === undefined ? {} : { email: doubleOptIn.email }),
  };
}

function Secrets({ source, readAgain }: Part) {
  const { t, locale } = useText();
  const [made, setMade] = useState<string>();
  const path = { params: { path: { id: source.id } } };
  const rotate = async (): Promise<void> => {
    const { secret } = await answered(client.POST("/api/sources/{id}/secrets", { ...path, body: { keepDays: overlap } }));
    if (secret !== null) setMade(secret);
    // Not read again at once: the new secret stands here until one leaves.
  };
  const rotateAddress = async (): Promise<void> => {
    await answered(client.POST("/api/sources/{id}/address", { ...path, body: { keepDays: overlap } }));
    toastList.say({ text: t("sources.rotatedAddress") });
    await readAgain();
  };
  const remove = async (secret: string): Promise<void> => {
    await done(client.DELETE("/api/sources/{id}/secrets/{secret}", { params: { path: { id: source.id, secret } } }));
    await readAgain();
  };
  const rotation = source.signed ? (
    <Act permission="sources:manage" run={rotate}>
      {t("sources.rotate")}
    </Act>
  ) : (
    <Act permission="sources:manage" run={rotateAddress}>
      {t("sources.rotateAddress")}
    </Act>
  );
  return (
    <Section title={t("sources.secrets")} lead={source.signed ? t("sources.secretsLead") : t("sources.noSecrets")} actions={rotation}>
      {made === undefined ? null : (
        <div className="stack">
          <p>{t("sources.newSecret")}</p>
          <pre className="address" tabIndex={0}>
            {made}
          </pre>
          <div>
            <CopyButton text={made} of={t("sources.secret")} />
          </div>
        </div>
      )}
      {source.secrets.map(({ id, until }) => (
        <div key={id} className="row">
          <code>•••• {id}</code>
          {until === null ? null : <span className="quiet small">{t("sources.until", { when: exact(until, locale) })}</span>}
          <Act permission="sources:manage" size="xs" tone="quiet" run={() => remove(id)}>
            {t("sources.remove")}
          </Act>
        </div>
      ))}
    </Section>
  );
}
