import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  type CompletionContext,
  completionKeymap,
  startCompletion,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Suggestions } from "../completion/suggestion.ts";
import { editorLanguage } from "./editor-language.ts";
import { styleNonce } from "./style-nonce.ts";

/** What every view of a text has, edited or not. */
export function readingExtensions(path: string, phrases: Readonly<Record<string, string>>): Extension {
  return [
    styleNonce(),
    EditorState.phrases.of(phrases),
    lineNumbers(),
    highlightSpecialChars(),
    EditorView.lineWrapping,
    editorLanguage(path),
    search({ top: true }),
    keymap.of([...searchKeymap]),
  ];
}

/** What a text that is edited has besides. Tab indents; Escape, then Tab, leaves (CodeMirror's own way, and told beneath). */
export function writingExtensions(complete: (text: string, position: number) => Suggestions | undefined): Extension {
  return [
    history(),
    drawSelection(),
    foldGutter(),
    indentOnInput(),
    indentUnit.of("  "),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    lintGutter(),
    autocompletion({ override: [completionSource(complete)], icons: false }),
    keymap.of([
      { key: "F8", run: nextDiagnostic, shift: previousDiagnostic },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...completionKeymap,
      indentWithTab,
    ]),
  ];
}

function completionSource(complete: (text: string, position: number) => Suggestions | undefined) {
  return (context: CompletionContext) => {
    const found = complete(context.state.doc.toString(), context.pos);
    if (found === undefined || (!context.explicit && found.from === context.pos && !isBegun(context))) return null;
    return {
      from: found.from,
      validFor: /^[\w-]*$/,
      options: found.options.map(({ label, kind, detail, apply }) => ({
        label,
        type: kind,
        ...(detail === undefined ? {} : { detail }),
        ...(apply === undefined ? {} : { apply: applied(apply) }),
      })),
    };
  };
}

/** Unasked, names are offered where one has begun to write one, or just after what calls for one. */
function isBegun({ state, pos }: CompletionContext): boolean {
  return /[.<|"'[]$|: $|, $|\{[{%] ?$/.test(state.sliceDoc(Math.max(0, pos - 3), pos));
}

/** Writes it, and offers at once what may follow it. */
function applied(text: string) {
  return (view: EditorView, _completion: unknown, from: number, to: number): void => {
    view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, userEvent: "input.complete" });
    if (/[ .("]$/.test(text)) startCompletion(view);
  };
}
