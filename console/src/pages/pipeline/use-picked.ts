import { type KeyboardEvent, useState } from "react";
import type { PersonSummary } from "#contract/api.ts";
import { type Stage, stages } from "#core/person/stage.ts";
import { useText } from "../../i18n/language.ts";

/** A card that the keyboard holds, and over which stage. */
export interface Picked {
  readonly id: string;
  readonly over: Stage;
}

/**
 * Moving a card by keyboard: Space or Enter picks it up and drops it, arrows choose the stage, Escape lets it be. Everything
 * is said aloud as it happens.
 */
export function usePicked(drop: (person: PersonSummary, to: Stage) => void) {
  const { t } = useText();
  const [picked, setPicked] = useState<Picked>();
  const [said, setSaid] = useState("");
  const stageName = (stage: Stage): string => t(`stage.${stage}`);

  const pickUp = (person: PersonSummary): void => {
    setPicked({ id: person.id, over: person.stage });
    setSaid(t("pipeline.pickedUp", { name: person.name, stage: stageName(person.stage) }));
  };
  const letBe = (person: PersonSummary): void => {
    setPicked(undefined);
    setSaid(t("pipeline.letBe", { name: person.name, stage: stageName(person.stage) }));
  };
  const step = (over: Stage, by: 1 | -1): void => {
    const place = Math.min(stages.length - 1, Math.max(0, stages.indexOf(over) + by));
    const next = stages[place] ?? over;
    setPicked((held) => (held === undefined ? undefined : { ...held, over: next }));
    setSaid(t("pipeline.over", { stage: stageName(next), place: place + 1, of: stages.length }));
  };
  const put = (person: PersonSummary, over: Stage): void => {
    if (over === person.stage) return letBe(person);
    setPicked(undefined);
    setSaid(t("pipeline.dropped", { name: person.name, stage: stageName(over) }));
    drop(person, over);
  };

  const onKeyDown = (event: KeyboardEvent, person: PersonSummary): void => {
    const held = picked?.id === person.id ? picked : undefined;
    const isPress = event.key === " " || event.key === "Enter";
    const by = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : event.key === "ArrowLeft" || event.key === "ArrowUp" ? -1 : 0;
    if (!isPress && (held === undefined || (by === 0 && event.key !== "Escape"))) return;
    event.preventDefault();
    if (held === undefined) pickUp(person);
    else if (isPress) put(person, held.over);
    else if (by === 0) letBe(person);
    else step(held.over, by);
  };
  const onBlur = (person: PersonSummary): void => {
    if (picked?.id === person.id) letBe(person);
  };
  return { picked, said, onKeyDown, onBlur };
}
