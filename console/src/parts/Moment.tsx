import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { dateTime, relative } from "../i18n/formats.ts";
import { useText } from "../i18n/language.ts";

/** An instant as people speak of it, by Relance's own clock; the exact one on hover. */
export function Moment({ at }: { readonly at: string | null }) {
  const { t, language } = useText();
  const { data } = useQuery({ queryKey: ["overview"], queryFn: api.overview });
  if (at === null) return <span className="quiet">{t("common.never")}</span>;
  return (
    <time dateTime={at} title={dateTime(at, language)}>
      {data === undefined ? dateTime(at, language) : relative(at, data.now, language)}
    </time>
  );
}
