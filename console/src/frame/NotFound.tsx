import { Link } from "@tanstack/react-router";
import { useText } from "../i18n/language.ts";
import { Empty } from "../parts/Empty.tsx";
import { useTitle } from "../parts/use-title.ts";
import { home } from "../registry.ts";

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useText();
  useTitle(t("notFound.title"));
  return (
    <>
      <h1>{t("notFound.title")}</h1>
      <Empty title={t("notFound.what")}>
        <Link to={home}>{t("notFound.home")}</Link>
      </Empty>
    </>
  );
}
