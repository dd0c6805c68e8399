import type { PersonDetail } from "#contract/api.ts";
import { answered } from "../api/answered.ts";
import { client } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { toastList } from "../parts/toast/toasts.ts";

/** A move to another stage, with its way back. */
interface StageMove {
  readonly send: () => Promise<void>;
  readonly undo: () => Promise<void>;
}

/** Moves somebody; undone, the move itself is taken back, and what goes on again because of it is said. */
export function useStageMove(): (who: Pick<PersonDetail, "id" | "name">, to: PersonDetail["stage"], reason: string) => StageMove {
  const { t, own } = useText();
  return ({ id, name }, to, reason) => {
    const path = { params: { path: { id } } };
    let moved: PersonDetail | undefined;
    const send = async (): Promise<void> => {
      moved = await answered(client.POST("/api/people/{id}/stage", { ...path, body: { stage: to, reason } }));
    };
    const undo = async (): Promise<void> => {
      if (moved?.lastAct?.kind !== "stage") return;
      const back = await answered(client.POST("/api/people/{id}/take-back", { ...path, body: { act: moved.lastAct.id } }));
      const sequences = goingOn(moved, back).map((run) => own(run.name));
      if (sequences.length > 0) toastList.say({ text: t("stage.back", { name, sequences: sequences.join(", ") }) });
    };
    return { send, undo };
  };
}

/** The runs that were over after the move, and go on without it. */
function goingOn(moved: PersonDetail, back: PersonDetail): PersonDetail["enrollments"] {
  const over = new Set(moved.enrollments.filter(({ status }) => status === "ended").map(({ id }) => id));
  return back.enrollments.filter(({ id, status }) => status !== "ended" && over.has(id));
}
