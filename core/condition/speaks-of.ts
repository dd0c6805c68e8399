import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { type ConditionNode, celEnvironment, type ConditionScope, partsOf } from "./cel.ts";
import type { Condition } from "./condition.ts";

/** Whether a condition that passed its check reads a field of a variable: any of those named. */
export function speaksOf(
  condition: Condition,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  scope: ConditionScope,
  variable: string,
  fields: readonly string[],
): boolean {
  return reads(celEnvironment(declarations, scope).parse(condition).ast, variable, fields);
}

function reads(node: ConditionNode, variable: string, fields: readonly string[]): boolean {
  const [object, field] = fieldRead(node);
  if (object?.op === "id" && object.args === variable && field !== undefined && fields.includes(field)) return true;
  return partsOf(node).some((part) => reads(part, variable, fields));
}

/** `score.fit` and `score["fit"]` read the same. */
function fieldRead(node: ConditionNode): readonly [ConditionNode?, string?] {
  if (node.op === ".") return node.args;
  if (node.op !== "[]" || node.args[1].op !== "value") return [];
  return [node.args[0], String(node.args[1].args)];
}
