import { useOverview } from "../api/use-overview.ts";
import { dateTime } from "../i18n/formats.ts";
import { useText } from "../i18n/language.ts";

/** What time it is for Relance: on the local runtime that is not always what it is for us. */
export function Clock() {
  const { t, locale } = useText();
  const overview = useOverview();
  if (overview === undefined) return null;
  return (
    <p className="clock">
      <time dateTime={overview.now}>{t("app.now", { now: dateTime(overview.now, locale) })}</time>
      <span>{t("app.dueNow", { count: overview.dueNow })}</span>
    </p>
  );
}
