import { Button } from "@mantine/core";
import { ApiProblem } from "../api/answered.ts";
import { useText } from "../i18n/language.ts";

/** What a request carries beside what somebody wrote: its name would tell them nothing. */
const unseen = new Set(["If-Match", "Idempotency-Key", "Content-Type", "cursor", "id", "key", "act", "other"]);

/** What went wrong, with what, what would help, and another try. */
export function Failure({ fault, retry }: { readonly fault: Error; readonly retry?: () => void }) {
  const { t, said } = useText();
  const { field, remedy } = fault instanceof ApiProblem ? fault : {};
  return (
    <div className="notice" role="alert">
      <strong>{t("common.failed")}</strong>
      <p className="break">{said(fault.message)}</p>
      {field === undefined || field === "" || unseen.has(field) ? null : <p className="small">{t("common.field", { field })}</p>}
      {remedy === undefined ? null : <p className="small">{t("common.remedy", { remedy: said(remedy) })}</p>}
      {retry === undefined ? null : (
        <Button variant="default" size="xs" onClick={retry}>
          {t("common.retry")}
        </Button>
      )}
    </div>
  );
}
