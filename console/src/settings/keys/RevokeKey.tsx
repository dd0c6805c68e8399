import { useQueryClient } from "@tanstack/react-query";
import type { ApiKeyView } from "#contract/api.ts";
import { done } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { toastList } from "../../parts/toast/toasts.ts";

/** Asks before a key opens nothing any more: it cannot be taken back. */
export function RevokeKey({ apiKey, close }: { readonly apiKey: ApiKeyView | undefined; readonly close: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const revoke = async ({ id, name }: ApiKeyView): Promise<void> => {
    await done(client.DELETE("/api/keys/{id}", { params: { path: { id } } }));
    toastList.say({ text: t("apiKeys.revokedNow", { name }) });
    close();
    await queries.invalidateQueries({ queryKey: ["keys"] });
  };
  return (
    <Dialog isOpen={apiKey !== undefined} close={close} title={t("apiKeys.revokeTitle", { name: apiKey?.name ?? "" })}>
      {apiKey === undefined ? null : (
        <div className="stack">
          <p>{t("apiKeys.revokeText")}</p>
          <div className="row end">
            <Act tone="quiet" run={close}>
              {t("common.cancel")}
            </Act>
            <Act tone="danger" permission="keys:manage" run={() => revoke(apiKey)}>
              {t("apiKeys.revoke")}
            </Act>
          </div>
        </div>
      )}
    </Dialog>
  );
}
