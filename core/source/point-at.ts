import type { Delivery } from "./delivery.ts";
import { answerOf, entriesOf, isObject, type Json } from "./json.ts";
import { kindOf } from "./kinds/registry.ts";
import { joinPath } from "./path.ts";
import { payloadOf } from "./reading/payload.ts";
import type { AnswerValue } from "./sheet.ts";
import type { Source } from "./source.ts";

/** A field of a delivery that a mapping may point at: `at` is what the mapping says, the rest what a person recognises it by. */
export interface Pointable {
  readonly at: string;
  readonly title: string;
  readonly value: AnswerValue | undefined;
}

/** Fields beyond these are no help to whoever looks for one. */
const mostPointable = 300;
const deepest = 8;

/** Everything in a delivery that a mapping may point at: its questions first, then every value of the sender's own JSON by its path. */
export function pointablesIn(source: Pick<Source, "kind">, delivery: Delivery): readonly Pointable[] {
  return kindOf(source.kind)
    .read(payloadOf(delivery), delivery)
    .flatMap((part) => {
      if (part.kind !== "sheet") return [];
      const questions = part.questions.map(({ key, title, value }) => ({ at: key, title, value }));
      return [...questions, ...pathsIn(part.json)];
    })
    .slice(0, mostPointable);
}

function pathsIn(root: Json): readonly Pointable[] {
  const found: Pointable[] = [];
  const walk = (value: Json, path: string, depth: number): void => {
    if (found.length >= mostPointable || depth > deepest) return;
    const said = path === "" ? undefined : answerOf(value);
    if (said !== undefined) found.push({ at: path, title: path, value: said });
    else if (Array.isArray(value)) value.forEach((inner: Json, index) => walk(inner, `${path}[${index}]`, depth + 1));
    else if (isObject(value)) for (const [key, inner] of entriesOf(value)) walk(inner, joinPath(path, key), depth + 1);
  };
  walk(root, "", 0);
  return found;
}
