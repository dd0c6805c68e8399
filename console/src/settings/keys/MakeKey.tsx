import { Checkbox } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Permission, whoMay } from "#core/access/permission.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { CopyButton } from "../../parts/CopyButton.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { TextField } from "../../parts/form/fields.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { useFieldFault } from "../../parts/form/form-fault.ts";
import { permissionGroups } from "../roles/permission-groups.ts";

/** A new key: what it is for, what it may do; then its secret, this once. */
export function MakeKey({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const { t } = useText();
  const [token, setToken] = useState<string>();
  const leave = (): void => {
    setToken(undefined);
    close();
  };
  return (
    <Dialog isOpen={isOpen} close={leave} title={token === undefined ? t("apiKeys.makeTitle") : t("apiKeys.madeTitle")}>
      {isOpen ? token === undefined ? <NewKey made={setToken} /> : <ShownOnce token={token} close={leave} /> : null}
    </Dialog>
  );
}

function NewKey({ made }: { readonly made: (token: string) => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<ReadonlySet<Permission>>(new Set());
  const send = async (): Promise<void> => {
    const key = await answered(client.POST("/api/keys", { body: { name, scopes: [...scopes] } }));
    made(key.token);
    await queries.invalidateQueries({ queryKey: ["keys"] });
  };
  return (
    <Form send={send} submit={t("apiKeys.make")} permission="keys:manage">
      <TextField name="name" label={t("apiKeys.nameLabel")} help={t("apiKeys.nameHelp")} value={name} change={setName} required />
      <Scopes chosen={scopes} choose={setScopes} />
    </Form>
  );
}

/** What the key may do: nothing is chosen for anybody. */
function Scopes({
  chosen,
  choose,
}: {
  readonly chosen: ReadonlySet<Permission>;
  readonly choose: (scopes: ReadonlySet<Permission>) => void;
}) {
  const { t } = useText();
  const error = useFieldFault("scopes");
  const toggle = (scope: Permission): void => {
    const next = new Set(chosen);
    if (!next.delete(scope)) next.add(scope);
    choose(next);
  };
  return (
    <div className="stack">
      <div>
        <p className="strong">{t("apiKeys.scopes")}</p>
        <p className="quiet small">{t("apiKeys.scopesHelp")}</p>
        {error === undefined ? null : (
          <p role="alert" className="small bad">
            {error}
          </p>
        )}
      </div>
      <div className="scopes">
        {permissionGroups.map(([group, permissions]) => (
          <fieldset key={group}>
            <legend>{t("roles.group", { group })}</legend>
            {permissions.map((permission) => (
              <Checkbox
                key={permission}
                label={t(`permission.${permission}`)}
                description={whoMay(permission).length === 1 ? t("apiKeys.strong") : undefined}
                checked={chosen.has(permission)}
                onChange={() => toggle(permission)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}

/** The secret is kept nowhere: who loses it makes another key. */
function ShownOnce({ token, close }: { readonly token: string; readonly close: () => void }) {
  const { t } = useText();
  const example = `curl ${location.origin}/api/me -H "authorization: Bearer ${token}"`;
  return (
    <div className="stack">
      <p>{t("apiKeys.once")}</p>
      <p className="code" data-token>
        {token}
      </p>
      <div className="row">
        <CopyButton text={token} of={t("apiKeys.theKey")} label={t("apiKeys.copyKey")} />
        <CopyButton text={example} of={t("apiKeys.theExample")} label={t("apiKeys.copyExample")} />
      </div>
      <p className="quiet small">{t("apiKeys.keep")}</p>
      <div className="row end">
        <Act tone="main" run={close}>
          {t("apiKeys.kept")}
        </Act>
      </div>
    </div>
  );
}
