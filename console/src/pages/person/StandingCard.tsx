import type { PersonDetail } from "#contract/api.ts";
import { date, money } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { StageTrack } from "../../parts/StagePlace.tsx";

/** How far they have come, and since when and why they stand there. */
export function StandingCard({ person }: { readonly person: PersonDetail }) {
  const { t, own, locale } = useText();
  const standings = [
    [t("people.stage"), t(`stage.${person.stage}`), person.stageBecause],
    [t("people.lifecycle"), t(`lifecycle.${person.lifecycle}`), person.lifecycleBecause],
  ] as const;
  return (
    <section className="card stack">
      <StageTrack stage={person.stage} />
      <div className="choices">
        {standings.map(([what, value, because]) => (
          <div key={what}>
            <h3>
              {what} · {value}
            </h3>
            <p className="break">
              {own(because.text)}, <span className="quiet">{t("person.since", { date: date(because.since, locale) })}</span>
            </p>
          </div>
        ))}
        {person.purchases === null ? null : (
          <p className="strong">
            {t("person.purchases", {
              count: person.purchases.count,
              total: money(person.purchases.total, person.purchases.currency, locale),
            })}
          </p>
        )}
      </div>
    </section>
  );
}
