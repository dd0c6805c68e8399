import { TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { fold } from "#core/search/fold.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { TextField } from "../../parts/form/fields.tsx";
import type { Kind } from "./ask.ts";

/** Choosing the tool, then a name: what follows is on the source's own page. */
export function ConnectDialog({ kinds, close }: { readonly kinds: readonly Kind[]; readonly close: () => void }) {
  const { t } = useText();
  const [kind, setKind] = useState<Kind>();
  return (
    <Dialog isOpen close={close} title={kind === undefined ? t("sources.choose") : t("sources.steps", { kind: kind.name })}>
      {kind === undefined ? <KindGrid kinds={kinds} choose={setKind} /> : <NameForm kind={kind} back={() => setKind(undefined)} />}
    </Dialog>
  );
}

function KindGrid({ kinds, choose }: { readonly kinds: readonly Kind[]; readonly choose: (kind: Kind) => void }) {
  const { t } = useText();
  const [words, setWords] = useState("");
  const found = kinds.filter(({ name, kind }) => fold(`${name} ${kind}`).includes(fold(words)));
  const anything = kinds.find(({ kind }) => kind === "json");
  return (
    <div className="stack">
      <TextInput
        label={t("sources.search")}
        type="search"
        value={words}
        data-autofocus
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ul className="kind-grid">
        {found.map((kind) => (
          <li key={kind.kind}>
            <button type="button" className="kind" onClick={() => choose(kind)}>
              <span className="kind-sign" aria-hidden>
                {kind.name.slice(0, 1)}
              </span>
              {kind.name}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && anything !== undefined ? (
        <div className="stack">
          <p className="quiet">{t("sources.noKind", { name: anything.name })}</p>
          <div>
            <Act run={() => choose(anything)}>{anything.name}</Act>
          </div>
        </div>
      ) : null}
    </div>
  );
}

function NameForm({ kind, back }: { readonly kind: Kind; readonly back: () => void }) {
  const { t, own } = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState(kind.name);
  const [secret, setSecret] = useState("");
  const [accessToken, setAccessToken] = useState("");
  const send = async (): Promise<void> => {
    const source = await answered(
      client.POST("/api/sources", {
        body: {
          kind: kind.kind,
          name,
          basis: "consent",
          ...(secret === "" ? {} : { secret }),
          ...(accessToken === "" ? {} : { accessToken }),
        },
      }),
    );
    await queries.invalidateQueries({ queryKey: ["sources"] });
    await navigate({ to: "/sources/$id", params: { id: source.id } });
  };
  return (
    <Form
      send={send}
      submit={t("sources.create")}
      permission="sources:manage"
      beside={
        <Act tone="quiet" run={back}>
          {t("sources.other")}
        </Act>
      }
    >
      <TextField name="name" label={t("sources.name")} help={t("sources.nameHelp")} value={name} change={setName} required />
      {kind.signs ? (
        <TextField
          name="secret"
          label={t("sources.secret")}
          help={[kind.secret === null ? "" : own(kind.secret), t("sources.secretHelp")].filter(Boolean).join(" ")}
          value={secret}
          change={setSecret}
        />
      ) : null}
      {kind.accessToken === null ? null : (
        <TextField
          name="accessToken"
          type="password"
          label={t("sources.accessToken")}
          help={own(kind.accessToken)}
          value={accessToken}
          change={setAccessToken}
        />
      )}
    </Form>
  );
}
