import type { AskedField } from "#contract/embedded-form.ts";
import { make } from "./make.ts";

/** A field as it stands in the page. `say` writes what is wrong with it, or takes it away. */
export interface FieldPart {
  readonly node: HTMLElement;
  readonly say: (message?: string) => void;
}

export function fieldPart(field: AskedField, prefix: string, texts: { readonly optional: string; readonly choose: string }): FieldPart {
  const { name, type, required, choices } = field;
  const id = prefix + name;
  const label = field.optional ? `${field.label} (${texts.optional})` : field.label;
  const help = field.help && make("p", { id: `${id}-help`, class: "relance-help" }, field.help);
  const error = make("p", { id: `${id}-error`, class: "relance-error" });
  const box = (value: string, text: string, at: string): HTMLElement =>
    make("div", { class: "relance-box" }, make("input", { type, name, value, id: at, required }), make("label", { for: at }, text));
  const attributes = {
    id,
    name,
    required,
    autocomplete: field.autocomplete,
    maxlength: field.maxLength,
    placeholder: field.placeholder,
    min: field.min,
    max: field.max,
  };
  const isBox = type === "checkbox";
  let marked: Element;
  let node: HTMLElement;
  if (choices && (isBox || type === "radio")) {
    const boxes = choices.map((choice, index) => box(choice.value, choice.label, index ? `${id}-${index}` : id));
    marked = node = make("fieldset", {}, make("legend", {}, label), help, ...boxes, error);
  } else if (isBox) {
    const line = box("yes", field.label, id);
    marked = line.children[0] ?? line;
    node = make("div", {}, line, help, error);
  } else {
    marked = choices
      ? make(
          "select",
          attributes,
          ...[{ value: "", label: texts.choose }, ...choices].map(({ value, label: text }) => make("option", { value }, text)),
        )
      : type === "textarea"
        ? make("textarea", { ...attributes, rows: 4 })
        : make("input", type === "number" ? { ...attributes, inputmode: "decimal" } : { ...attributes, type });
    node = make("div", {}, make("label", { for: id }, label), help, marked, error);
  }
  const set = (attribute: string, value?: string): void =>
    value ? marked.setAttribute(attribute, value) : marked.removeAttribute(attribute);
  const say = (message = ""): void => {
    error.hidden = !message;
    error.textContent = message;
    set("aria-invalid", message && "true");
    set("aria-describedby", [help && help.id, message && error.id].filter(Boolean).join(" "));
  };
  node.className = "relance-field";
  say();
  return { node, say };
}
