import { type Document, isScalar, isSeq, parseDocument, Scalar } from "yaml";
import type { SendWindow, Settings } from "./settings.ts";

/** What the console's forms change of the settings; everything else is changed in the text itself. */
export type SettingsChange = Partial<Pick<Settings, "company" | "postalAddress" | "website" | "sender" | "owner" | "timeZone">> & {
  readonly window?: SendWindow;
};

/**
 * The text of `settings.yaml` with some values changed and everything else as it was: comments, order, empty lines, quotes. A
 * value that is the same already leaves its line alone. A text that is no YAML is answered unchanged: publishing says what is
 * wrong with it.
 */
export function editSettings(text: string, change: SettingsChange): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) return text;
  const { sender, window, ...plain } = change;
  for (const [name, value] of Object.entries(plain)) setText(document, [name], value);
  if (sender !== undefined) {
    setText(document, ["sender", "name"], sender.name);
    setText(document, ["sender", "address"], sender.address);
  }
  if (window !== undefined) {
    setDays(document, window.days);
    setText(document, ["window", "from"], window.from, Scalar.QUOTE_DOUBLE);
    setText(document, ["window", "to"], window.to, Scalar.QUOTE_DOUBLE);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function setText(document: Document, path: readonly string[], value: string, type?: Scalar.Type): void {
  const node = document.getIn(path, true);
  if (isScalar(node)) {
    // The node keeps its quotes and its comment; the library quotes a plain one where the new value needs it.
    node.value = value;
    return;
  }
  const scalar = new Scalar(value);
  if (type !== undefined) scalar.type = type;
  document.setIn(path, scalar);
}

function setDays(document: Document, days: readonly string[]): void {
  const node = document.getIn(["window", "days"], true);
  const list = document.createNode([...days], { flow: true });
  if (isSeq(node)) node.items = list.items;
  else document.setIn(["window", "days"], list);
}
