import type { PersonDetail } from "#contract/api.ts";
import { dateTime } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";

/** On what basis we may write, with its proof. */
export function ConsentCard({ person }: { readonly person: PersonDetail }) {
  const { t, language } = useText();
  return (
    <section className="card">
      <h2 style={{ marginTop: 0 }}>{t("person.consent")}</h2>
      {person.consent.length === 0 ? <p>{t("person.noConsent")}</p> : null}
      {person.consent.map((basis) => (
        <div key={basis.purpose}>
          <strong>{t(`person.purpose.${basis.purpose}`)}</strong>
          <div className="quiet">
            {t(basis.basis === "consent" ? "person.basis.consent" : "person.basis.legitimate-interest")}, {dateTime(basis.at, language)},{" "}
            {basis.source}
            {basis.withdrawnAt === null ? "" : `, ${t("person.withdrawn", { date: dateTime(basis.withdrawnAt, language) })}`}
          </div>
          {basis.text === null ? null : <p className="said">{basis.text}</p>}
        </div>
      ))}
    </section>
  );
}
