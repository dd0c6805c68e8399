import { useMemo } from "react";
import { useText } from "../../../i18n/language.ts";

/** CodeMirror's own words, in the reader's language. English needs none: it is what CodeMirror says by itself. */
export function usePhrases(): Readonly<Record<string, string>> {
  const { t, language } = useText();
  return useMemo(
    () => ({
      Find: t("editor.find"),
      Replace: t("editor.replace"),
      next: t("editor.next"),
      previous: t("editor.previous"),
      all: t("editor.all"),
      "match case": t("editor.matchCase"),
      "by word": t("editor.byWord"),
      regexp: t("editor.regexp"),
      replace: t("editor.replaceOne"),
      "replace all": t("editor.replaceAll"),
      close: t("common.close"),
      "current match": t("editor.currentMatch"),
      "on line": t("editor.onLine"),
      "Go to line": t("editor.goToLine"),
      go: t("editor.go"),
      Completions: t("editor.completions"),
      Diagnostics: t("editor.diagnostics"),
      "No diagnostics": t("editor.noDiagnostics"),
      "Fold line": t("editor.fold"),
      "Unfold line": t("editor.unfold"),
      "Folded lines": t("editor.folded"),
      "Unfolded lines": t("editor.unfolded"),
      unfold: t("editor.unfold"),
      "folded code": t("editor.foldedText"),
      "$ unchanged lines": t("editor.unchanged"),
      Accept: t("editor.accept"),
      Reject: t("editor.reject"),
      "Revert this chunk": t("editor.reject"),
    }),
    // The words change with the language and with nothing else.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [language],
  );
}
