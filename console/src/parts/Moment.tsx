import { useOverview } from "../api/use-overview.ts";
import { dateTime, exact, relative } from "../i18n/formats.ts";
import { useText } from "../i18n/language.ts";

/** An instant as people speak of it, by Relance's own clock; the exact one on hover. */
export function Moment({ at }: { readonly at: string | null }) {
  const { t, locale } = useText();
  const overview = useOverview();
  if (at === null) return <span className="quiet">{t("common.never")}</span>;
  return (
    <time dateTime={at} title={exact(at, locale)}>
      {overview === undefined ? dateTime(at, locale) : relative(at, overview.now, locale)}
    </time>
  );
}
