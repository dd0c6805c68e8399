import type { PersonDetail } from "#contract/api.ts";
import { dateTime } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { sourceName } from "../../i18n/source-name.ts";
import { Section } from "../../parts/Section.tsx";
import { Tag } from "../../parts/Tag.tsx";

/** On what basis we may write, with its proof: when, by what, and to which words. */
export function ConsentCard({ person }: { readonly person: PersonDetail }) {
  const { t } = useText();
  return (
    <Section title={t("person.consent")}>
      {person.consent.length === 0 ? <p>{t("person.noConsent")}</p> : null}
      <div className="parts">
        {person.consent.map((basis) => (
          <Basis key={basis.purpose} basis={basis} />
        ))}
      </div>
    </Section>
  );
}

function Basis({ basis }: { readonly basis: PersonDetail["consent"][number] }) {
  const { t, locale } = useText();
  const evidence = [
    ["consent.version", basis.textVersion],
    ["consent.submission", basis.submissionId],
    ["consent.ip", basis.ip],
  ] as const;
  return (
    <div className="stack">
      <div>
        <div className="row">
          <span className="strong">{t(`person.purpose.${basis.purpose}`)}</span>
          {basis.withdrawnAt === null ? (
            <Tag tone="good">{t(basis.basis === "consent" ? "person.basis.consent" : "person.basis.legitimate-interest")}</Tag>
          ) : (
            <Tag tone="bad">{t("person.withdrawn", { date: dateTime(basis.withdrawnAt, locale) })}</Tag>
          )}
        </div>
        <p className="quiet small">
          {dateTime(basis.at, locale)}, {t("person.source", { source: sourceName(basis.source, t) })}
        </p>
      </div>
      {basis.text === null ? null : <p className="said small">{basis.text}</p>}
      {evidence.every(([, value]) => value === null) ? null : (
        <details className="small">
          <summary>{t("consent.evidence")}</summary>
          <dl className="pairs evidence">
            {evidence.map(([name, value]) =>
              value === null ? null : (
                <div key={name}>
                  <dt>{t(name)}</dt>
                  <dd>{value}</dd>
                </div>
              ),
            )}
          </dl>
        </details>
      )}
    </div>
  );
}
