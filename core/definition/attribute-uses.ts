import type { Form } from "#core/form/form.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import type { CompiledDefinition } from "./compiling.ts";
import type { DefinitionProblem } from "./definition.ts";
import type { DefinitionRef } from "./uses.ts";

/** The definitions that speak of an attribute: by a condition, in an e-mail, as a form's field, or that set it. */
export function usesOfAttribute(name: string, definitions: readonly CompiledDefinition[]): readonly DefinitionRef[] {
  // CEL and Liquid say it alike: `person.budget`, `person["budget"]`.
  const spoken = new RegExp(`\\bperson(?:\\.${name}\\b|\\[["']${name}["']\\])`);
  return definitions
    .filter(
      (definition) =>
        definition.kind !== "person" && (Object.values(definition.source).some((text) => spoken.test(text)) || isNamedBy(definition, name)),
    )
    .map((definition) => ({ kind: definition.kind, name: definition.name }));
}

function isNamedBy({ kind, artefact }: CompiledDefinition, name: string): boolean {
  if (kind === "form") return (artefact as Form).fields.some((field) => (field.attribute ?? field.name) === name);
  if (kind !== "sequence") return false;
  return Object.values((artefact as Sequence).steps).some((step) => step.kind === "set" && Object.hasOwn(step.attributes, name));
}

type Declarations = Readonly<Record<string, AttributeDeclaration>>;

/**
 * What a new schema may not do to an attribute that is in use: take it away, or give it another type. A name that is written
 * otherwise is both a new attribute and one that is gone, for the answers people gave stand under the old one.
 */
export function refusedSchemaChanges(
  before: Declarations,
  after: Declarations,
  definitions: readonly CompiledDefinition[],
): readonly DefinitionProblem[] {
  return Object.entries(before).flatMap(([name, { type }]) => {
    const now = Object.hasOwn(after, name) ? after[name] : undefined;
    if (now?.type === type) return [];
    const uses = usesOfAttribute(name, definitions).map((use) => (use.name === "default" ? use.kind : `${use.kind} ${use.name}`));
    if (uses.length === 0) return [];
    const problem = now === undefined ? `${name} is in use and cannot be taken away` : `${name} is in use and cannot become ${now.type}`;
    return [{ file: "person.yaml", field: name, problem, remedy: `change first where it is used: ${uses.join(", ")}` }];
  });
}
