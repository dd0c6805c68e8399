import type { PersonSummary } from "#contract/api.ts";
import type { Stage } from "#core/person/stage.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useNow } from "../../api/use-overview.ts";
import { useText } from "../../i18n/language.ts";
import { useOptimistic } from "../../parts/toast/use-optimistic.ts";
import { afterMove, type BoardPart } from "./board.ts";

/** Moves a card at once, then at the API; undone, it goes back to the stage it came from, and the history says so. */
export function useMove(): (person: PersonSummary, to: Stage, reason: string) => void {
  const { t } = useText();
  const now = useNow();
  const optimistic = useOptimistic<BoardPart>();
  return (person, to, reason) => {
    const post = (stage: Stage, why: string): Promise<unknown> =>
      answered(client.POST("/api/people/{id}/stage", { params: { path: { id: person.id } }, body: { stage, reason: why } }));
    void optimistic({
      of: ["pipeline"],
      change: (part) => afterMove(part, person, to, now),
      send: () => post(to, reason),
      undo: () => post(person.stage, t("stage.undone")),
      said: t("stage.moved", { name: person.name, stage: t(`stage.${to}`) }),
    });
  };
}
