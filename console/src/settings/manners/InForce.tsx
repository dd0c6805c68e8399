import type { Settings } from "#core/settings/settings.ts";
import { useText } from "../../i18n/language.ts";
import { daysInWords, timeName } from "./day-names.ts";

/** What the settings say, in sentences a newcomer understands. */
export function InForce({ settings }: { readonly settings: Settings }) {
  const { t, locale } = useText();
  const { window, timeZone, languages, owner, sender } = settings;
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const [first = "", ...others] = languages.map((language) => names.of(language) ?? language);
  const days = daysInWords(window.days, locale, (from, to) => t("manners.span", { from, to }));
  return (
    <ul className="sentences">
      <li>{t("manners.when", { days, from: timeName(window.from, locale), to: timeName(window.to, locale) })}</li>
      <li>{t("manners.firstMail")}</li>
      <li>{t("manners.zone", { zone: timeZone })}</li>
      <li>
        {others.length === 0
          ? t("manners.oneLanguage", { first })
          : t("manners.languages", { first, others: new Intl.ListFormat(locale, { type: "conjunction" }).format(others) })}
      </li>
      <li>{t("manners.signed", { name: sender.name, owner })}</li>
    </ul>
  );
}
