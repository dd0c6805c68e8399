import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../i18n/language.ts";
import type { Selection } from "./use-selection.ts";

/** What can be done with the rows chosen; it comes with the first and goes with the last. */
export function BulkBar({ selection, children }: { readonly selection: Selection; readonly children: ReactNode }) {
  const { t } = useText();
  if (selection.ids.size === 0) return null;
  return (
    <div className="bulk" role="region" aria-label={t("table.bulk")}>
      <strong role="status">{t("table.chosen", { count: selection.ids.size })}</strong>
      <div className="row">{children}</div>
      <Button size="xs" variant="subtle" color="gray" onClick={selection.clear}>
        {t("table.clear")}
      </Button>
    </div>
  );
}
