import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import { type AttributeDeclaration, attributeDeclarationSchema } from "./attribute.ts";

/** One change of the schema of attributes, as the console's form makes it. */
export type AttributeEdit =
  | { readonly kind: "put"; readonly name: string; readonly declaration: AttributeDeclaration }
  | { readonly kind: "move"; readonly name: string; readonly by: -1 | 1 }
  | { readonly kind: "remove"; readonly name: string };

/**
 * The text of `person.yaml` after a change, with everything else as it was: comments, order, quotes. What is the same already
 * is left alone. A text that is no YAML is answered unchanged: publishing says what is wrong with it.
 */
export function editAttributes(text: string, edit: AttributeEdit): string {
  const document = parseDocument(text);
  const { contents } = document;
  if (document.errors.length > 0 || !isMap(contents)) return text;
  switch (edit.kind) {
    case "remove":
      document.delete(edit.name);
      break;
    case "move":
      move(contents, edit.name, edit.by);
      break;
    case "put":
      put(document, edit.name, edit.declaration);
      break;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** The attributes a text declares, in its order; undefined where it cannot be read. */
export function readAttributes(text: string): readonly (readonly [string, AttributeDeclaration])[] | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const entries = Object.entries(document.toJS() ?? {});
  const read = entries.flatMap(([name, value]) => {
    const declaration = attributeDeclarationSchema.safeParse(value);
    return declaration.success ? [[name, declaration.data] as const] : [];
  });
  return read.length === entries.length ? read : undefined;
}

function move(attributes: YAMLMap, name: string, by: -1 | 1): void {
  const from = attributes.items.findIndex(({ key }) => nameOf(key) === name);
  const to = from + by;
  const [one, other] = [attributes.items[from], attributes.items[to]];
  if (one === undefined || other === undefined) return;
  attributes.items[from] = other;
  attributes.items[to] = one;
}

function put(document: Document, name: string, { type, label, choices }: AttributeDeclaration): void {
  if (!document.hasIn([name])) {
    document.setIn([name], document.createNode({ type }));
    document.setIn([name, "label"], document.createNode(label, { flow: true }));
  } else {
    setScalar(document, [name, "type"], type);
    setTexts(document, [name, "label"], label);
  }
  if (choices === undefined) return void document.deleteIn([name, "choices"]);
  if (!isSeq(document.getIn([name, "choices"]))) document.setIn([name, "choices"], document.createNode([]));
  const list = document.getIn([name, "choices"]);
  if (!isSeq(list)) return;
  // Those that stay keep their comments, wherever they go.
  const known = new Map(list.items.map((item) => [isMap(item) ? String(item.get("value")) : "", item]));
  list.items = choices.map((choice) => known.get(choice.value) ?? document.createNode(choice, { flow: true }));
  choices.forEach((choice, place) => setTexts(document, [name, "choices", place, "label"], choice.label));
}

function setTexts(document: Document, path: readonly (string | number)[], texts: Readonly<Record<string, string>>): void {
  for (const [language, text] of Object.entries(texts)) setScalar(document, [...path, language], text);
}

function setScalar(document: Document, path: readonly (string | number)[], value: string): void {
  const node = document.getIn(path, true);
  // The node keeps its quotes and its comment; the library quotes a plain one where the new value needs it.
  if (isScalar(node)) node.value = value;
  else document.setIn(path, value);
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
