import { useQueryClient } from "@tanstack/react-query";
import type { paths } from "#contract/client/api-schema.ts";
import type { PersonDetail } from "#contract/api.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useStageMove } from "../../calls/use-stage-move.ts";
import { useText } from "../../i18n/language.ts";
import { toastList } from "../../parts/toast/toasts.ts";
import { useOptimistic } from "../../parts/toast/use-optimistic.ts";

type Edit = NonNullable<paths["/api/people/{id}"]["patch"]["requestBody"]>["content"]["application/json"];

/** What is done to one person from their own page: each shows at once, and what it led to is read again. */
export function usePersonActs({ id, name }: Pick<PersonDetail, "id" | "name">) {
  const { t } = useText();
  const queries = useQueryClient();
  const optimistic = useOptimistic<PersonDetail>();
  const of = ["person", id];
  const stageMove = useStageMove();
  const path = { params: { path: { id } } };
  const readAgain = (): void => {
    for (const key of [of, ["timeline", id], ["calls"], ["later"], ["pipeline"]]) void queries.invalidateQueries({ queryKey: key });
  };
  /** Waits for the API, for what cannot be foreseen; a refusal is the caller's to show. */
  const waited = async (sending: Promise<PersonDetail>, said: string): Promise<void> => {
    queries.setQueryData(of, await sending);
    readAgain();
    toastList.say({ text: said });
  };
  const patch = (body: Edit): Promise<unknown> => answered(client.PATCH("/api/people/{id}", { ...path, body })).then(readAgain);
  return {
    /** Changes what is known, with its way back. */
    edit: (body: Edit, back: Edit, change: (person: PersonDetail) => PersonDetail): Promise<void> =>
      optimistic({ of, change, send: () => patch(body), undo: () => patch(back), said: t("person.saved") }),
    answer: (attributes: NonNullable<Edit["attributes"]>): Promise<void> =>
      waited(answered(client.PATCH("/api/people/{id}", { ...path, body: { attributes } })), t("person.saved")),
    move: (to: PersonDetail["stage"], reason: string): Promise<void> => {
      const { send, undo } = stageMove({ id, name }, to, reason);
      return optimistic({
        of,
        change: (person) => ({ ...person, stage: to, stageBecause: { ...person.stageBecause, text: { en: reason, fr: reason } } }),
        send: () => send().then(readAgain),
        undo: () => undo().then(readAgain),
        said: t("stage.moved", { name, stage: t(`stage.${to}`) }),
      });
    },
    pause: (reason: string): Promise<void> =>
      waited(answered(client.POST("/api/people/{id}/pause", { ...path, body: { reason } })), t("pause.done", { name })),
    resume: (reason: string): Promise<void> =>
      waited(answered(client.POST("/api/people/{id}/resume", { ...path, body: { reason } })), t("resume.done", { name })),
    enter: (sequence: string): Promise<void> =>
      waited(answered(client.POST("/api/people/{id}/sequences", { ...path, body: { sequence } })), t("enter.done", { name })),
    leave: (sequence: string): Promise<void> =>
      waited(answered(client.POST("/api/people/{id}/sequences/stop", { ...path, body: { sequence } })), t("leave.done", { name })),
  };
}
