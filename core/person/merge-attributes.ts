import type { Instant } from "#core/time/instant.ts";
import type { Attribute, AttributeValue } from "./attribute.ts";

/** One answer that took another's place, or the first of its name. */
export interface AttributeChange {
  readonly name: string;
  readonly from: AttributeValue | undefined;
  readonly to: AttributeValue;
}

/**
 * Takes new answers in without losing older ones: an empty answer erases nothing, a later one wins, one that arrives late
 * changes nothing, lists grow, and the same answer given again is as fresh as its last time. What was replaced is returned, so that the timeline can keep it.
 */
export function mergeAttributes(
  known: Readonly<Record<string, Attribute>>,
  answers: Readonly<Record<string, AttributeValue>>,
  at: Instant,
  from: string,
): { readonly attributes: Record<string, Attribute>; readonly changed: readonly AttributeChange[] } {
  const attributes: Record<string, Attribute> = { ...known };
  const changed: AttributeChange[] = [];
  for (const [name, answer] of Object.entries(answers)) {
    if (isEmpty(answer)) continue;
    const before = Object.hasOwn(known, name) ? known[name] : undefined;
    const late = before !== undefined && before.at > at;
    if (late && !(Array.isArray(before.value) && Array.isArray(answer))) continue;
    const value = joined(before?.value, answer);
    const merged: Attribute = late ? { ...before, value } : { value, at, from };
    // Not by assignment: a form's field may be called `__proto__`.
    Object.defineProperty(attributes, name, { value: merged, enumerable: true, configurable: true, writable: true });
    if (before === undefined || !same(before.value, value)) changed.push({ name, from: before?.value, to: value });
  }
  return { attributes, changed };
}

function isEmpty(answer: AttributeValue): boolean {
  return (typeof answer === "string" && answer.trim() === "") || (Array.isArray(answer) && answer.length === 0);
}

function joined(before: AttributeValue | undefined, answer: AttributeValue): AttributeValue {
  return Array.isArray(before) && Array.isArray(answer) ? [...new Set([...before, ...answer])] : answer;
}

function same(one: AttributeValue, other: AttributeValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
