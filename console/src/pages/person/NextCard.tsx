import type { EnrollmentView, PersonDetail } from "#contract/api.ts";
import { date } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Moment } from "../../parts/Moment.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { Section } from "../../parts/Section.tsx";

const tones = { active: "act", parked: "bad", ended: "plain" } as const;

/** The sequences they are in: what comes next, when, and why then. */
export function NextCard({ person }: { readonly person: PersonDetail }) {
  const { t } = useText();
  return (
    <Section title={t("person.next")}>
      {person.enrollments.length === 0 ? <p className="quiet">{t("person.noSequence")}</p> : null}
      <div className="parts">
        {person.enrollments.map((run) => (
          <Run key={run.id} run={run} />
        ))}
      </div>
    </Section>
  );
}

function Run({ run }: { readonly run: EnrollmentView }) {
  const { t, own, locale } = useText();
  return (
    <div>
      <div className="row">
        <span className="strong break">{own(run.name)}</span>
        <Tag tone={tones[run.status]}>
          {run.endedAt === null ? t(`run.${run.status}`) : t("person.ended", { date: date(run.endedAt, locale) })}
        </Tag>
        <span className="quiet small">{t("person.version", { version: run.version })}</span>
      </div>
      {run.dueAt === null ? null : (
        <p>
          {t("run.step", { step: run.step })}, <Moment at={run.dueAt} />
        </p>
      )}
      <p className="quiet break">{own(run.because.text)}</p>
    </div>
  );
}
