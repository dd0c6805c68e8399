import { type Stage, stages } from "#core/person/stage.ts";
import { stageNames } from "#core/timeline/words.ts";

/** The stage that a cell names, as we do or as French or English readers see it; undefined for none. */
export function stageOfName(text: string): Stage | undefined {
  const wanted = text.trim().toLowerCase();
  return stages.find((stage) => [stage, stageNames(stage).en, stageNames(stage).fr].includes(wanted));
}
