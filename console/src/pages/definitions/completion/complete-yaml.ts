import type * as z from "zod";
import type { ConditionScope } from "#core/condition/cel.ts";
import { personFileSchema } from "#core/definition/compile-person.ts";
import type { DefinitionKind } from "#core/definition/definition.ts";
import { formSchema } from "#core/form/form.ts";
import { lifecycleRulesSchema } from "#core/person/lifecycle-rules.ts";
import { scoringFileSchema } from "#core/score/scoring.ts";
import { sequenceFileSchema } from "#core/sequence/sequence-file.ts";
import { settingsSchema } from "#core/settings/settings.ts";
import { completeCondition } from "./complete-condition.ts";
import type { Knowledge } from "./knowledge.ts";
import { schemaAt } from "./schema-walk.ts";
import { type Suggestion, type Suggestions, valuesOf } from "./suggestion.ts";
import { type YamlPlace, yamlPlaceAt, type YamlStep } from "./yaml-place.ts";

/** The schema each kind of YAML file is read by. */
const schemas: Readonly<Record<Exclude<DefinitionKind, "email">, z.ZodType>> = {
  settings: settingsSchema,
  person: personFileSchema,
  scoring: scoringFileSchema,
  lifecycle: lifecycleRulesSchema,
  form: formSchema,
  sequence: sequenceFileSchema,
};

/** What could stand at a place of a YAML file of a kind. */
export function completeYaml(
  kind: Exclude<DefinitionKind, "email">,
  text: string,
  position: number,
  knowledge: Knowledge,
): Suggestions | undefined {
  const place = yamlPlaceAt(text, position);
  if (place === undefined) return undefined;
  if (place.part === "value" && isCondition(place.path)) {
    const lead = /^\s*["']?/.exec(place.typed)?.[0].length ?? 0;
    return completeCondition(place.typed.slice(lead), place.from + lead, scopeOf(kind, place.path), knowledge);
  }
  return completePlace(place, schemas[kind], namesAt(place, knowledge), knowledge);
}

/** What a schema and the names that exist offer at a place. */
export function completePlace(
  place: YamlPlace,
  schema: z.ZodType,
  names: readonly Suggestion[],
  { languages }: Pick<Knowledge, "languages">,
): Suggestions | undefined {
  const { path, part, typed, from } = place;
  const here = schemaAt(schema, path);
  if (part === "key") {
    const keys = here.keys.map(
      ({ name, isRequired, holds }): Suggestion => ({
        label: name,
        kind: "key",
        ...(isRequired ? { detail: "*" } : {}),
        apply: holds === "text" ? `${name}: ` : `${name}:`,
      }),
    );
    const byLanguage =
      here.isOpen && names.length === 0 ? languages.map((label): Suggestion => ({ label, kind: "key", apply: `${label}: ` })) : [];
    const options = [...keys, ...names, ...byLanguage, ...(keys.length === 0 ? valuesOf(here.values) : [])];
    return options.length === 0 ? undefined : { from, options };
  }
  const quote = /^["']/.test(typed) ? 1 : 0;
  const options = [...names, ...valuesOf(here.values)];
  return options.length === 0 ? undefined : { from: from + quote, options };
}

function isCondition(path: readonly YamlStep[]): boolean {
  return path.at(-1) === "when" || (path.length === 1 && path[0] === "audience");
}

/** What a condition may speak of depends on where it stands. */
function scopeOf(kind: DefinitionKind, path: readonly YamlStep[]): ConditionScope {
  if (kind === "scoring") return path[0] === "engagement" ? "event" : "person";
  return kind === "sequence" && path.at(-1) === "when" ? "run" : "person";
}

/** Names of other things, where one of them is asked for. */
function namesAt({ path, part }: YamlPlace, { emails, forms, declarations, languages }: Knowledge): readonly Suggestion[] {
  const end = path.slice(-2).join(".");
  const attributes = Object.keys(declarations);
  if (part === "value") {
    if (end === "send.email") return valuesOf(emails);
    if (end === "trigger.source") return valuesOf(forms.map((form) => `form:${form}`));
    if (path.at(-1) === "attribute") return valuesOf(attributes);
    if (end === "languages.[]") return valuesOf(languages);
    if (path.at(-2) === "attributes") return choicesOf(path.at(-1) ?? "", declarations);
    return [];
  }
  if (end === "set.attributes") return attributes.map((label) => ({ label, kind: "key", apply: `${label}: ` }));
  return [];
}

function choicesOf(attribute: string, declarations: Knowledge["declarations"]): readonly Suggestion[] {
  const declared = Object.hasOwn(declarations, attribute) ? declarations[attribute] : undefined;
  return valuesOf((declared?.choices ?? []).map(({ value }) => value));
}
