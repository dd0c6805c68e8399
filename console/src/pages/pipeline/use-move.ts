import type { PersonSummary } from "#contract/api.ts";
import type { Stage } from "#core/person/stage.ts";
import { useNow } from "../../api/use-overview.ts";
import { useStageMove } from "../../calls/use-stage-move.ts";
import { useText } from "../../i18n/language.ts";
import { useOptimistic } from "../../parts/toast/use-optimistic.ts";
import { afterMove, type BoardPart } from "./board.ts";

/** Moves a card at once, then at the API; undone, it goes back to where it was, with the sequences that the move ended. */
export function useMove(): (person: PersonSummary, to: Stage, reason: string) => void {
  const { t } = useText();
  const now = useNow();
  const optimistic = useOptimistic<BoardPart>();
  const move = useStageMove();
  return (person, to, reason) => {
    void optimistic({
      of: ["pipeline"],
      change: (part) => afterMove(part, person, to, now),
      ...move(person, to, reason),
      said: t("stage.moved", { name: person.name, stage: t(`stage.${to}`) }),
    });
  };
}
