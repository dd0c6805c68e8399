import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The editor in the console's own tokens: each colour is a role, so light and dark follow by themselves. */
const look = {
  "&": { backgroundColor: "var(--card)", color: "var(--ink)", fontSize: "var(--text-small)" },
  // Its frame shows the focus: the gutter would hide a part of an outline of its own.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: "0.75rem" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection": {
    backgroundColor: "color-mix(in srgb, var(--brand) 26%, transparent)",
  },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--sunk) 60%, transparent)" },
  ".cm-gutters": { backgroundColor: "var(--card)", color: "var(--quiet)", border: "0" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--ink)" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.25rem", paddingRight: "0.5rem" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--sunk)", border: "1px solid var(--line)", color: "var(--quiet)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--act-ground)", outline: "1px solid var(--edge)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--bad-ground)" },
  ".cm-searchMatch": { backgroundColor: "var(--warn-ground)", outline: "1px solid var(--edge)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--act-ground)" },
  ".cm-selectionMatch": { backgroundColor: "var(--act-ground)" },
  ".cm-panels": { backgroundColor: "var(--sunk)", color: "var(--ink)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "0.6rem 2rem 0.6rem 0.75rem", fontFamily: "var(--font-text)" },
  ".cm-panel.cm-search label": { fontSize: "var(--text-small)" },
  ".cm-textfield": {
    backgroundColor: "var(--card)",
    color: "var(--ink)",
    border: "1px solid var(--edge)",
    borderRadius: "var(--radius-small)",
    fontSize: "var(--text-small)",
    padding: "0.25rem 0.5rem",
  },
  ".cm-button": {
    backgroundColor: "var(--card)",
    backgroundImage: "none",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius-small)",
    fontSize: "var(--text-small)",
  },
  ".cm-panel.cm-search [name=close]": { color: "var(--ink)", fontSize: "1.25rem", right: "0.5rem" },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius-small)",
    boxShadow: "var(--lift-raised)",
    maxWidth: "min(30rem, calc(100vw - 2rem))",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-code)", fontSize: "var(--text-small)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.2rem 0.6rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--brand-ground)", color: "var(--ink)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { color: "var(--quiet)", fontStyle: "normal" },
  ".cm-diagnostic": { padding: "0.5rem 0.75rem", borderLeft: "0", fontFamily: "var(--font-text)", fontSize: "var(--text-small)" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--bad)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--bad) 1px",
    textUnderlineOffset: "0.25em",
    textDecorationSkipInk: "none",
  },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0.15rem" },
  ".cm-lint-marker-error": {
    content: '""',
    width: "0.6rem",
    height: "0.6rem",
    margin: "0.25rem",
    borderRadius: "50%",
    backgroundColor: "var(--bad)",
  },
  "&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine": { backgroundColor: "color-mix(in srgb, var(--good-ground) 60%, transparent)" },
  "&.cm-merge-b .cm-changedText": { background: "color-mix(in srgb, var(--good) 25%, transparent)" },
  "&.cm-merge-a .cm-changedLine, .cm-deletedChunk": { backgroundColor: "color-mix(in srgb, var(--bad-ground) 60%, transparent)" },
  "&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText": { background: "color-mix(in srgb, var(--bad) 25%, transparent)" },
  ".cm-deletedChunk": { paddingLeft: "0.4rem" },
  ".cm-deletedChunk .cm-chunkButtons": { fontFamily: "var(--font-text)" },
  ".cm-changeGutter": { width: "4px", paddingLeft: "0" },
  "&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter": { background: "var(--bad)" },
  "&.cm-merge-b .cm-changedLineGutter": { background: "var(--good)" },
  ".cm-collapsedLines": {
    background: "var(--sunk)",
    color: "var(--quiet)",
    fontFamily: "var(--font-text)",
    padding: "0.3rem 0.75rem",
    // CodeMirror's own sign is in few fonts.
    "&:before, &:after": { content: '"⋯"', color: "var(--quiet)" },
  },
} as const;

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName), tags.tagName], color: "var(--act)" },
  { tag: [tags.attributeName, tags.function(tags.variableName)], color: "var(--warn)" },
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword, tags.processingInstruction], color: "var(--bad)" },
  { tag: [tags.string, tags.attributeValue, tags.special(tags.string), tags.content], color: "var(--ink)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--good)" },
  { tag: [tags.variableName, tags.labelName], color: "var(--good)" },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.bracket, tags.angleBracket, tags.meta, tags.brace], color: "var(--quiet)" },
]);

export function editorTheme(isDark: boolean): Extension {
  return [EditorView.theme(look, { dark: isDark }), syntaxHighlighting(colours)];
}
