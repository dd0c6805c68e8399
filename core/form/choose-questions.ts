import { type Field, isAsked } from "./field.ts";
import type { Form } from "./form.ts";

/**
 * What a form asks of somebody of whom these attributes are known, in the order of the form: the address always; nothing that is
 * asked only when unknown and known already; and no more at once than its author wants, what is required first. Of what is
 * known, only that it is known plays a part: no value comes near a page.
 */
export function chooseQuestions(
  form: Pick<Form, "fields" | "consent" | "measurement" | "askAtMost">,
  known: ReadonlySet<string>,
): readonly Field[] {
  const boxes = new Set([form.consent.field, form.measurement?.field]);
  const open = form.fields.filter((field) => isAsked(field) && !boxes.has(field.name) && !isKnown(field, known));
  const { askAtMost } = form;
  if (askAtMost === undefined) return open;
  const needed = open.filter(isNeeded);
  const rest = open.filter((field) => !isNeeded(field)).slice(0, Math.max(askAtMost - needed.length, 0));
  const chosen = new Set([...needed, ...rest]);
  return open.filter((field) => chosen.has(field));
}

function isNeeded({ type, required }: Field): boolean {
  return type === "email" || required;
}

function isKnown({ type, ask, attribute, name }: Field, known: ReadonlySet<string>): boolean {
  return type !== "email" && ask === "when-unknown" && known.has(attribute ?? name);
}

/** The attributes a form asks for only when they are unknown, by the names of their fields: what a browser may remember to have answered. */
export function rememberable({ fields }: Pick<Form, "fields">): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.flatMap(({ ask, attribute, name }) => (ask === "when-unknown" ? [[name, attribute ?? name]] : [])));
}
