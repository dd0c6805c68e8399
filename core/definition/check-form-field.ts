import { readDate } from "#core/person/coerce-answer.ts";
import { type Field, type FieldType, isAsked } from "#core/form/field.ts";
import { parsePattern } from "#core/form/parse-pattern.ts";
import type { AttributeDeclaration, AttributeType } from "#core/person/attribute.ts";

/** Tells a problem with one part of a field, by the path to it from the field. */
export type Complain = (path: readonly PropertyKey[], problem: string, remedy: string) => void;

/** Which attributes what is typed into a field can become. */
const fits: Readonly<Record<FieldType, readonly AttributeType[]>> = {
  text: ["text", "list", "number", "money", "date"],
  email: ["text"],
  tel: ["text"],
  textarea: ["text", "list"],
  number: ["number", "money", "text"],
  date: ["date", "text"],
  url: ["text"],
  select: ["choice", "text", "number", "money", "yes-no", "list"],
  radio: ["choice", "text", "number", "money", "yes-no", "list"],
  checkbox: ["yes-no", "list", "text"],
  hidden: ["text", "number", "money", "date", "choice", "yes-no", "list"],
};

const choosing: readonly FieldType[] = ["select", "radio"];
const mayChoose: readonly FieldType[] = [...choosing, "checkbox"];
const written: readonly FieldType[] = ["text", "tel", "textarea", "url"];
const bounded: readonly FieldType[] = ["number", "date"];

/** Names that mean something else in a post or in JavaScript's own objects. */
const reserved = /^(?:_.*|utm_.*|__proto__|prototype|constructor)$/i;

/** Everything one field's declaration says that cannot be meant. */
export function checkFormField(field: Field, declarations: Readonly<Record<string, AttributeDeclaration>>, complain: Complain): void {
  checkName(field, complain);
  checkAttribute(field, declarations, complain);
  checkChoices(field, declarations, complain);
  checkBounds(field, complain);
  checkWriting(field, complain);
  checkHidden(field, complain);
  checkAsking(field, declarations, complain);
}

/** What makes no attribute is not remembered, so that it would be asked for ever. */
function checkAsking(
  { ask, type, attribute, name }: Field,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  complain: Complain,
): void {
  if (ask !== "when-unknown") return;
  if (type === "email" || type === "hidden") complain(["ask"], `a ${type} is not asked by turns`, "take it out");
  else if (attribute === undefined && !Object.hasOwn(declarations, name)) {
    complain(["ask"], `nothing remembers ${name}`, "declare it in person.yaml, or give the attribute it fills");
  }
}

function checkName({ name }: Field, complain: Complain): void {
  if (reserved.test(name)) complain(["name"], `${name} has a meaning of its own in a post`, "give the field another name");
  else if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u.test(name)) {
    complain(["name"], `${name} is no name for a field`, "write letters, digits, - and _, at most 64");
  }
}

function checkAttribute(
  { attribute, name, type }: Field,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  complain: Complain,
): void {
  if (attribute !== undefined && !Object.hasOwn(declarations, attribute)) {
    complain(["attribute"], `a person has no attribute ${attribute}`, "declare it in person.yaml, or check the spelling");
    return;
  }
  const filled = attribute ?? name;
  const declared = Object.hasOwn(declarations, filled) ? declarations[filled] : undefined;
  if (declared !== undefined && !fits[type].includes(declared.type)) {
    const fitting = Object.entries(fits).flatMap(([other, types]) => (types.includes(declared.type) ? [other] : []));
    complain(["type"], `a ${type} cannot fill person.${filled}, which is a ${declared.type}`, `use one of ${fitting.join(", ")}`);
  }
}

function checkChoices(
  { type, name, attribute, choices }: Field,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  complain: Complain,
): void {
  if (choosing.includes(type) && (choices ?? []).length === 0) complain([], "there is nothing to choose from", "write its choices");
  if (choices !== undefined && !mayChoose.includes(type)) {
    complain(["choices"], `a ${type} offers no choices`, `make it one of ${mayChoose.join(", ")}, or take them out`);
  }
  const filled = attribute ?? name;
  const declared = Object.hasOwn(declarations, filled) ? declarations[filled]?.choices : undefined;
  choices?.forEach(({ value }, which) => {
    if (choices.findIndex((other) => other.value === value) < which) {
      complain(["choices", which, "value"], `${value} is there twice`, "give each choice a value of its own");
    }
    if (declared !== undefined && !declared.some((choice) => choice.value === value)) {
      const remedy = `use one of ${declared.map((choice) => choice.value).join(", ")}, or add it in person.yaml`;
      complain(["choices", which, "value"], `${value} is no choice of person.${filled}`, remedy);
    }
  });
}

function checkBounds({ type, min, max }: Field, complain: Complain): void {
  for (const [key, bound] of [
    ["min", min],
    ["max", max],
  ] as const) {
    if (bound === undefined) continue;
    if (!bounded.includes(type)) complain([key], `a ${type} has no ${key}`, "use minLength or maxLength, or make it a number or a date");
    else if (type === "number" && typeof bound !== "number") complain([key], `${bound} is not a number`, "write a number, without quotes");
    else if (type === "date" && readDate(String(bound)) !== bound) complain([key], `${bound} is not a day`, 'write a day as "2026-01-31"');
  }
  if (min !== undefined && max !== undefined && typeof min === typeof max && max < min) {
    complain(["max"], `${max} comes before ${min}: nothing can be written`, "let max be min or more");
  }
}

function checkWriting({ type, minLength, maxLength, pattern }: Field, complain: Complain): void {
  for (const [key, rule] of [
    ["minLength", minLength],
    ["maxLength", maxLength],
    ["pattern", pattern],
  ] as const) {
    if (rule !== undefined && !written.includes(type))
      complain([key], `a ${type} has no ${key}`, `take it out, or make it one of ${written.join(", ")}`);
  }
  if (minLength !== undefined && maxLength !== undefined && maxLength < minLength) {
    complain(["maxLength"], `${maxLength} is less than ${minLength}: nothing can be written`, "let maxLength be minLength or more");
  }
  const parsed = pattern === undefined ? undefined : parsePattern(pattern.match);
  if (parsed?.kind === "problem") {
    complain(["pattern", "match"], `this pattern cannot be used: ${parsed.problem}`, "simplify it, or take it out and look at what comes");
  }
}

function checkHidden(field: Field, complain: Complain): void {
  const { name, type, label, value, fromQuery, required, help, placeholder, attribute } = field;
  if (isAsked(field)) {
    if (label === undefined) complain([], `${name} has no label`, "write what its reader sees, in each language");
    for (const [key, given] of [
      ["value", value],
      ["fromQuery", fromQuery],
    ] as const) {
      if (given !== undefined) complain([key], `a ${type} that people see begins empty`, "take it out, or make the field hidden");
    }
    return;
  }
  if (value === undefined && fromQuery === undefined) {
    complain([], `${name} says nothing`, "give it a value, or fromQuery: the parameter of the page's address it is taken from");
  }
  if (fromQuery !== undefined && !/^[\w.-]{1,64}$/.test(fromQuery)) {
    complain(["fromQuery"], `${fromQuery} is no parameter's name`, "write letters, digits, . - and _");
  }
  if (required) complain(["required"], "nobody can be asked to fill a field they do not see", "take required out");
  if ((attribute ?? name) === "email")
    complain([], "an address in hidden would be somebody else's word", "ask for the address in a field of type email");
  if (help !== undefined || placeholder !== undefined) complain([], "nobody sees its help", "take it out");
}
