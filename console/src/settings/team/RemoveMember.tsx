import { useQueryClient } from "@tanstack/react-query";
import type { MemberView } from "#contract/team.ts";
import { done } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { toastList } from "../../parts/toast/toasts.ts";

/** Asks before somebody is out; the last owner cannot be. */
export function RemoveMember({ member, close }: { readonly member: MemberView | undefined; readonly close: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const remove = async ({ id, name }: MemberView): Promise<void> => {
    await done(client.DELETE("/api/team/{id}", { params: { path: { id } } }));
    toastList.say({ text: t("team.removed", { name }) });
    close();
    await queries.invalidateQueries({ queryKey: ["team"] });
  };
  return (
    <Dialog isOpen={member !== undefined} close={close} title={t("team.removeTitle", { name: member?.name ?? "" })}>
      {member === undefined ? null : (
        <div className="stack">
          <p>{t("team.removeText", { name: member.name })}</p>
          <div className="row end">
            <Act tone="quiet" run={close}>
              {t("common.cancel")}
            </Act>
            <Act tone="danger" permission="team:manage" run={() => remove(member)}>
              {t("team.remove")}
            </Act>
          </div>
        </div>
      )}
    </Dialog>
  );
}
