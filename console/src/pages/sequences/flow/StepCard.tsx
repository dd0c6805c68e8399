import { IconArrowsSplit, IconBell, IconDoorExit, IconHourglass, IconMail, IconPencil } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { FlowStep } from "#contract/sequence-flow.ts";
import { useText } from "../../../i18n/language.ts";
import { PlaceHref } from "../../../parts/PlaceHref.tsx";
import { Tag } from "../../../parts/Tag.tsx";
import { duration, inLanguage, stageWords } from "./flow-words.ts";
import { StepFigures } from "./StepFigures.tsx";

const icons = {
  send: IconMail,
  wait: IconHourglass,
  branch: IconArrowsSplit,
  set: IconPencil,
  notify: IconBell,
  exit: IconDoorExit,
} as const satisfies Readonly<Record<FlowStep["kind"], typeof IconMail>>;

/** One step: what it does, in words, and how many have been through it. A mail leads to its text. */
export function StepCard({ step }: { readonly step: FlowStep }) {
  const { t } = useText();
  const Icon = icons[step.kind];
  return (
    <div className="flow-step" data-kind={step.kind}>
      <span className="flow-icon">
        <Icon size={18} stroke={1.6} aria-hidden />
      </span>
      <div className="flow-what">
        <span className="for-ears">{t(`flow.kind.${step.kind}`)}</span>
        <What step={step} />
        {step.counts === null ? null : <StepFigures kind={step.kind} counts={step.counts} />}
      </div>
    </div>
  );
}

function What({ step }: { readonly step: FlowStep }): ReactNode {
  const { t, language, locale } = useText();
  switch (step.kind) {
    case "send":
      return (
        <>
          <PlaceHref href={`/templates/${encodeURIComponent(step.email)}`}>{inLanguage(step.subject, language) || step.email}</PlaceHref>
          <span className="row quiet small">
            <span className="break">{step.email}</span>
            {step.anyHour ? <Tag>{t("flow.anyHour")}</Tag> : null}
          </span>
        </>
      );
    case "wait":
      return <span>{t("flow.waits", { time: duration(step.milliseconds, step.calendarDays, locale) })}</span>;
    case "branch":
      return (
        <>
          <span className="strong break">{step.label}</span>
          <code className="quiet small break">{step.when}</code>
        </>
      );
    case "set":
      return (
        <>
          {step.stage === null ? null : <span>{t("flow.moves", { stage: stageWords(step.stage, t) })}</span>}
          {step.attributes.map(({ name, value }) => (
            <code key={name} className="small break">{`${name} = ${typeof value === "string" ? value : JSON.stringify(value)}`}</code>
          ))}
        </>
      );
    case "notify":
      return (
        <>
          <span className="strong break">{step.to === "owner" ? t("flow.tellsOwner") : t("flow.tells", { to: step.to })}</span>
          <span className="quiet small break">{inLanguage(step.text, language)}</span>
        </>
      );
    case "exit":
      return (
        <>
          <span className="strong">{t("flow.leaves")}</span>
          <span className="quiet small break">{step.because}</span>
        </>
      );
  }
}
