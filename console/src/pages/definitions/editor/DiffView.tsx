import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useComputedColorScheme } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { readingExtensions } from "./editor-extensions.ts";
import { editorTheme } from "./editor-theme.ts";
import { usePhrases } from "./use-phrases.ts";

/** One side of a comparison, and what it is called. */
export interface Side {
  readonly text: string;
  readonly name: string;
}

/** What differs between two texts: side by side where there is room, one above the other where there is not. Nothing is changed. */
export function DiffView({ path, before, after }: { readonly path: string; readonly before: Side; readonly after: Side }) {
  const phrases = usePhrases();
  const isDark = useComputedColorScheme("light") === "dark";
  const isWide = useMediaQuery("(min-width: 72rem)", undefined, { getInitialValueInEffect: false });
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const parent = place.current;
    const extensions = (name: string): Extension => [
      readingExtensions(path, phrases),
      editorTheme(isDark),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({ "aria-label": name, tabindex: "0" }),
    ];
    const collapseUnchanged = { margin: 3, minSize: 6 };
    if (isWide === true) {
      const view = new MergeView({
        parent,
        a: { doc: before.text, extensions: extensions(before.name) },
        b: { doc: after.text, extensions: extensions(after.name) },
        collapseUnchanged,
      });
      return () => view.destroy();
    }
    const unified = unifiedMergeView({ original: before.text, mergeControls: false, collapseUnchanged });
    const view = new EditorView({
      parent,
      state: EditorState.create({ doc: after.text, extensions: [extensions(`${before.name} → ${after.name}`), unified] }),
    });
    return () => view.destroy();
  }, [path, before.text, after.text, before.name, after.name, phrases, isDark, isWide]);
  return (
    <figure className="diff">
      <figcaption className="quiet small">
        <span>{before.name}</span>
        <span aria-hidden="true">→</span>
        <span>{after.name}</span>
      </figcaption>
      <div ref={place} className="diff-text" data-diff={path} />
    </figure>
  );
}
