import { Alert, Button } from "@mantine/core";
import { ApiProblem } from "../api/client.ts";
import { useText } from "../i18n/language.ts";

/** What went wrong, what would help, and another try. */
export function Failure({ fault, retry }: { readonly fault: Error; readonly retry?: () => void }) {
  const { t } = useText();
  const remedy = fault instanceof ApiProblem ? fault.remedy : undefined;
  return (
    <Alert color="red" title={t("common.failed")} role="alert">
      <p>{fault.message}</p>
      {remedy === undefined ? null : <p>{t("common.remedy", { remedy })}</p>}
      {retry === undefined ? null : (
        <Button variant="default" onClick={retry}>
          {t("common.retry")}
        </Button>
      )}
    </Alert>
  );
}
