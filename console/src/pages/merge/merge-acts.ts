import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { PersonSummary } from "#contract/api.ts";
import { answered, done } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { toastList } from "../../parts/toast/toasts.ts";

/** Whom something is done with, as far as it is told of. */
export type Named = Pick<PersonSummary, "id" | "name">;

/** What is done with two people who are, or are not, one; each with its way back. */
export function useMergeActs() {
  const { t } = useText();
  const queries = useQueryClient();
  const goTo = useNavigate();
  const readAgain = (): void => {
    for (const key of ["person", "timeline", "people", "calls", "later", "pipeline", "lookalikes", "duplicates"])
      void queries.invalidateQueries({ queryKey: [key] });
  };
  const fail = (problem: unknown): void =>
    toastList.say({ text: t("toast.notUndone"), fault: problem instanceof Error ? problem : new Error(String(problem)) });
  const undo = async (id: string): Promise<void> => {
    await answered(client.POST("/api/people/{id}/unmerge", { params: { path: { id } } }));
    readAgain();
    toastList.say({ text: t("merge.undone") });
  };
  const different = (one: Named, other: Named, isDifferent: boolean): Promise<void> =>
    done(
      client.POST("/api/people/{id}/different", { params: { path: { id: one.id } }, body: { other: other.id, different: isDifferent } }),
    ).then(readAgain);
  return {
    undo,
    /** Merges, shows the one who stays, and offers the way back. */
    merge: async (kept: Named, other: Named, address: "kept" | "other"): Promise<void> => {
      await answered(client.POST("/api/people/{id}/merge", { params: { path: { id: kept.id } }, body: { other: other.id, address } }));
      readAgain();
      void goTo({ to: "/people/$id", params: { id: kept.id } });
      toastList.say({ text: t("merge.done", { name: kept.name, other: other.name }), undo: () => void undo(kept.id).catch(fail) });
    },
    notTheSame: async (one: Named, other: Named): Promise<void> => {
      await different(one, other, true);
      toastList.say({
        text: t("dup.saidDifferent", { one: one.name, other: other.name }),
        undo: () => void different(one, other, false).catch(fail),
      });
    },
  };
}
