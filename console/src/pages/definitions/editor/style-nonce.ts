import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** The page's policy lets in only those styles that carry its nonce. */
export function styleNonce(): Extension {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";
  return nonce === "" ? [] : EditorView.cspNonce.of(nonce);
}
