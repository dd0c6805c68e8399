import type { AttributeDeclaration, AttributeValue } from "#core/person/attribute.ts";
import { splitName } from "./split-name.ts";
import type { Extracted } from "./submission.ts";

/**
 * What an arrival answers about its person: the details every source shares, and whatever answers an attribute that
 * `templates/person.yaml` declares. The rest stays with the submission; it makes no attribute.
 */
export function toAnswers(
  extracted: Extracted,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
): Readonly<Record<string, AttributeValue>> {
  const declared = extracted.answers.filter(({ key }) => Object.hasOwn(declarations, key));
  const { firstName, lastName, company, phone, message } = { ...splitName(extracted.fullName ?? ""), ...withoutUndefined(extracted) };
  return {
    ...Object.fromEntries(declared.map(({ key, value }) => [key, value])),
    ...withoutUndefined({ firstName, lastName, company, phone, message }),
  };
}

function withoutUndefined<T extends object>(record: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept: { [K in keyof T]?: NonNullable<T[K]> } = {};
  for (const name in record) {
    const value = record[name];
    if (value !== undefined && value !== null) kept[name] = value;
  }
  return kept;
}
