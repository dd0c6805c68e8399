import { setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useComputedColorScheme } from "@mantine/core";
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from "react";
import type { FileProblem } from "#contract/definitions.ts";
import type { DefinitionKind } from "#core/definition/definition.ts";
import { useText } from "../../../i18n/language.ts";
import { complete } from "../completion/complete.ts";
import type { Knowledge } from "../completion/knowledge.ts";
import { readingExtensions, writingExtensions } from "./editor-extensions.ts";
import { editorTheme } from "./editor-theme.ts";
import { rangeOf } from "./place-in-text.ts";
import { usePhrases } from "./use-phrases.ts";

/** How the page speaks to an editor: it leads the cursor to a place. */
export interface EditorHandle {
  readonly goTo: (line: number, column: number) => void;
}

/** One file's text. Why it cannot be changed, where it cannot, is said beneath it by whoever shows it. */
export function CodeEditor(props: {
  readonly kind: DefinitionKind;
  readonly path: string;
  readonly text: string;
  readonly write: (text: string) => void;
  readonly isReadOnly: boolean;
  readonly problems: readonly FileProblem[];
  readonly knowledge: Knowledge;
  readonly describedBy: string;
  readonly handle: Ref<EditorHandle>;
  /** It stands, and can be led to a place. */
  readonly ready: () => void;
}) {
  const { t, said } = useText();
  const phrases = usePhrases();
  const isDark = useComputedColorScheme("light") === "dark";
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const compartments = useRef({ theme: new Compartment() });
  const written = useEffectEvent((text: string) => props.write(text));
  const ready = useEffectEvent(() => props.ready());
  const suggest = useEffectEvent((text: string, position: number) => complete(props.kind, text, position, props.knowledge));
  const { path, isReadOnly, text, problems, handle } = props;
  const label = t("editor.label", { file: path });
  const start = useEffectEvent((parent: HTMLElement): EditorView => {
    const editable = isReadOnly
      ? [EditorState.readOnly.of(true), EditorView.editable.of(false)]
      : writingExtensions((all, position) => suggest(all, position));
    return new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          readingExtensions(path, phrases),
          editable,
          compartments.current.theme.of(editorTheme(isDark)),
          EditorView.contentAttributes.of({
            "aria-label": label,
            "aria-describedby": props.describedBy,
            spellcheck: "false",
            tabindex: "0",
          }),
          EditorView.updateListener.of((update) => {
            const isOurs = update.transactions.some((one) => one.annotation(Transaction.remote) === true);
            if (update.docChanged && !isOurs) written(update.state.doc.toString());
          }),
        ],
      }),
    });
  });
  useImperativeHandle(handle, () => ({
    goTo: (line, column) => {
      const { current } = view;
      if (current === null) return;
      const { from } = rangeOf(current.state.doc, line, column);
      current.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      current.focus();
    },
  }));
  useEffect(() => {
    if (place.current === null) return undefined;
    const made = start(place.current);
    view.current = made;
    ready();
    return () => {
      made.destroy();
    };
  }, [path, isReadOnly, phrases, label]);
  useEffect(() => {
    view.current?.dispatch({ effects: compartments.current.theme.reconfigure(editorTheme(isDark)) });
  }, [isDark]);
  useEffect(() => {
    const { current } = view;
    if (current === null || current.state.doc.toString() === text) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: text }, annotations: Transaction.remote.of(true) });
  }, [text]);
  useEffect(() => {
    const { current } = view;
    if (current === null) return;
    const diagnostics = problems.map((problem) => ({
      ...rangeOf(current.state.doc, problem.line, problem.column),
      severity: "error" as const,
      message: `${said(problem.problem)}\n${said(problem.remedy)}`,
    }));
    current.dispatch(setDiagnostics(current.state, diagnostics));
  }, [problems, isReadOnly, phrases, said]);
  return <div ref={place} className="code-editor" data-file={path} />;
}
