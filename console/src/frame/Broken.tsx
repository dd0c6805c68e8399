import type { ErrorComponentProps } from "@tanstack/react-router";
import { useText } from "../i18n/language.ts";
import { Act } from "../parts/act/Act.tsx";
import { Empty } from "../parts/Empty.tsx";
import { useTitle } from "../parts/use-title.ts";

/** A page that failed by a fault of ours, or whose code could not be fetched: a new version may have taken its place. */
export function Broken({ error }: ErrorComponentProps) {
  const { t } = useText();
  useTitle(t("broken.title"));
  return (
    <>
      <h1>{t("broken.title")}</h1>
      <Empty title={t("broken.what")} action={<Act run={() => location.reload()}>{t("broken.again")}</Act>}>
        <code className="small break">{error instanceof Error ? error.message : String(error)}</code>
      </Empty>
    </>
  );
}
