import { useOverview } from "../api/use-overview.ts";
import { dateTime, exact, relative } from "../i18n/formats.ts";
import { useText } from "../i18n/language.ts";

/** An instant as people speak of it, by Relance's own clock; the exact one on hover. */
export function Moment({ at }: { readonly at: string | null }) {
  const { t, language } = useText();
  const overview = useOverview();
  if (at === null) return <span className="quiet">{t("common.never")}</span>;
  return (
    <time dateTime={at} title={exact(at, language)}>
      {overview === undefined ? dateTime(at, language) : relative(at, overview.now, language)}
    </time>
  );
}
