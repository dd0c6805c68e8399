import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useState } from "react";
import type { EnrollmentView, PersonDetail } from "#contract/api.ts";
import { date } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { Section } from "../../parts/Section.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { EnterDialog } from "./EnterDialog.tsx";
import { usePersonActs } from "./use-person-acts.ts";

const tones = { active: "act", parked: "bad", ended: "plain" } as const;

/** The sequences they are in: what comes next, when, and why then; and the hand that puts them in or takes them out. */
export function NextCard({ person }: { readonly person: PersonDetail }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const whyNot = person.paused ? t("enter.paused") : person.suppressed === null ? undefined : t("person.suppressed");
  return (
    <Section
      title={t("person.next")}
      actions={
        <Act run={() => setOpen(true)} icon={IconPlayerPlay} permission="people:enrol" whyNot={whyNot} tone="quiet" size="xs">
          {t("enter.act")}
        </Act>
      }
    >
      {person.enrollments.length === 0 ? <p className="quiet">{t("person.noSequence")}</p> : null}
      <div className="parts">
        {person.enrollments.map((run) => (
          <Run key={run.id} run={run} person={person} />
        ))}
      </div>
      {isOpen ? <EnterDialog person={person} close={() => setOpen(false)} /> : null}
    </Section>
  );
}

function Run({ run, person }: { readonly run: EnrollmentView; readonly person: PersonDetail }) {
  const { t, own, locale } = useText();
  const { leave } = usePersonActs(person);
  return (
    <div className="run">
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
      {run.status === "ended" ? null : (
        <Act run={() => leave(run.sequence)} icon={IconPlayerStop} permission="people:enrol" size="xs">
          {t("leave.act")}
        </Act>
      )}
    </div>
  );
}
