import type { DefinitionKind } from "#core/definition/definition.ts";
import { completeEmail } from "./complete-email.ts";
import { completeYaml } from "./complete-yaml.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Suggestions } from "./suggestion.ts";

/** What could stand at a place of a file, by what the file is and what is in force. */
export function complete(kind: DefinitionKind, text: string, position: number, knowledge: Knowledge): Suggestions | undefined {
  return kind === "email" ? completeEmail(text, position, knowledge) : completeYaml(kind, text, position, knowledge);
}
