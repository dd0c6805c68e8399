import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "../../../api/answered.ts";
import { useText } from "../../../i18n/language.ts";
import { Act } from "../../../parts/act/Act.tsx";
import { ReasonDialog } from "../../../parts/act/ReasonDialog.tsx";
import { toastList } from "../../../parts/toast/toasts.ts";
import { definitionKeys, definitionsApi } from "../definitions-api.ts";
import type { DefinitionName } from "../kinds.ts";

/** Publishes an earlier text again, as a new version: nothing of the history is undone. */
export function RestoreAct(props: {
  readonly name: DefinitionName;
  readonly version: number;
  readonly inForce: number;
  readonly taken: () => void;
}) {
  const { t, said } = useText();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { name, version, inForce } = props;
  const restore = async (note: string): Promise<void> => {
    const publishing = await definitionsApi.restore(name, inForce, version, note);
    switch (publishing.kind) {
      case "problems": {
        const [first] = publishing.problems;
        throw new ApiProblem(422, {
          detail: first === undefined ? "" : `${first.file} : ${said(first.problem)}`,
          ...(first === undefined ? {} : { remedy: first.remedy }),
        });
      }
      case "stale":
        await queries.invalidateQueries({ queryKey: definitionKeys.all });
        throw new ApiProblem(412, { detail: t("history.overtaken") });
      case "published":
        props.taken();
        await queries.invalidateQueries({ queryKey: definitionKeys.all });
        toastList.say({ text: t("history.restored", { version, now: publishing.version }) });
    }
  };
  return (
    <>
      <Act size="xs" permission="definitions:publish" run={() => setOpen(true)}>
        {t("history.restore")}
      </Act>
      <ReasonDialog
        isOpen={isOpen}
        close={() => setOpen(false)}
        title={t("history.restoreTitle", { version })}
        confirm={t("history.restore")}
        run={restore}
      >
        <p>{t("history.restoreMeans", { version })}</p>
      </ReasonDialog>
    </>
  );
}
