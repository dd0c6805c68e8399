import { useQueryClient } from "@tanstack/react-query";
import { IconArchive } from "@tabler/icons-react";
import { useState } from "react";
import { ApiProblem } from "../../../api/answered.ts";
import { useText } from "../../../i18n/language.ts";
import { Act } from "../../../parts/act/Act.tsx";
import { ReasonDialog } from "../../../parts/act/ReasonDialog.tsx";
import { toastList } from "../../../parts/toast/toasts.ts";
import { definitionKeys, definitionsApi } from "../definitions-api.ts";
import type { DefinitionName } from "../kinds.ts";

/** Takes a definition out of force. What something else needs stays, and what that is is said. */
export function Retire(props: { readonly name: DefinitionName; readonly version: number; readonly usedBy: readonly DefinitionName[] }) {
  const { t, said } = useText();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { name, version, usedBy } = props;
  const retire = async (reason: string): Promise<void> => {
    const refusal = await definitionsApi.retire(name, version, reason);
    if (refusal?.kind === "problems") {
      const [first] = refusal.problems;
      throw new ApiProblem(422, {
        detail: first === undefined ? "" : `${first.file} : ${said(first.problem)}`,
        ...(first === undefined ? {} : { remedy: first.remedy }),
      });
    }
    if (refusal === undefined) toastList.say({ text: t("retire.done", { name: name.name }) });
    await queries.invalidateQueries({ queryKey: definitionKeys.all });
  };
  const whyNot = usedBy.length > 0 ? t("retire.used", { by: usedBy.map((one) => one.name).join(", ") }) : undefined;
  return (
    <>
      <Act permission="definitions:publish" tone="quiet" icon={IconArchive} whyNot={whyNot} run={() => setOpen(true)}>
        {t("retire.retire")}
      </Act>
      <ReasonDialog
        isOpen={isOpen}
        close={() => setOpen(false)}
        title={t("retire.title", { name: name.name })}
        confirm={t("retire.retire")}
        isDanger
        run={retire}
      >
        <p>{t(name.kind === "sequence" ? "retire.meansSequence" : "retire.means")}</p>
      </ReasonDialog>
    </>
  );
}
