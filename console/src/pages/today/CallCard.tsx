import { IconBulb, IconCalendarTime, IconCheck, IconChecks, IconMessage2, IconUser, IconZzz } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { CallItem } from "#contract/calls.ts";
import { PhoneLink } from "../../calls/PhoneLink.tsx";
import { money } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { usePageAct } from "../../keys/use-page-act.ts";
import { Act } from "../../parts/act/Act.tsx";
import { MoreMenu } from "../../parts/act/MoreMenu.tsx";
import { useWhyNot } from "../../parts/act/use-why-not.ts";
import { Face } from "../../parts/Face.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { StagePlace } from "../../parts/StagePlace.tsx";
import { LastWord } from "./LastWord.tsx";

export interface CardActs {
  readonly log: () => void;
  readonly tomorrow: () => void;
  readonly later: () => void;
  readonly note: () => void;
  readonly settle: () => void;
}

/** One call to make: who, why, what happened last, what to do. The keys work on the card that is chosen. */
export function CallCard({ item, isChosen, acts }: { readonly item: CallItem; readonly isChosen: boolean; readonly acts: CardActs }) {
  const { t, own, locale } = useText();
  const { person, last } = item;
  const id = useId();
  const [first, ...others] = person.call?.reasons ?? [];
  const facts = [
    person.company,
    person.value === null ? null : money(person.value.amount, person.value.currency, locale),
    person.owner === null ? t("today.nobodys") : null,
  ];
  return (
    <article className="card call" aria-labelledby={id} data-chosen={isChosen ? true : undefined}>
      <div className="who">
        <Face name={person.name} />
        <div>
          <h2 id={id}>
            <Link to="/people/$id" params={{ id: person.id }} className="call-name break">
              {person.name}
            </Link>
          </h2>
          <p className="quiet small break">{facts.filter((fact) => fact !== null).join(" · ")}</p>
        </div>
        <StagePlace stage={person.stage} />
      </div>
      {first === undefined ? null : (
        <p className="call-why">
          <span className="for-ears">{t("today.why")}</span> <strong>{own(first.text)}</strong>{" "}
          <span className="quiet small">
            <Moment at={first.at} />
          </span>
        </p>
      )}
      {others.length === 0 ? null : (
        <ul className="call-others quiet small">
          {others.map((reason) => (
            <li key={reason.code}>
              {own(reason.text)} <Moment at={reason.at} />
            </li>
          ))}
        </ul>
      )}
      {last === null ? null : <LastWord last={last} />}
      {person.call === null ? null : (
        <p className="call-advice">
          <IconBulb size={18} stroke={1.7} aria-hidden />
          <span>
            <span className="for-ears">{t("today.what")}</span> {own(person.call.advice)}
          </span>
        </p>
      )}
      <CallActs person={person} isChosen={isChosen} acts={acts} />
    </article>
  );
}

function CallActs({
  person,
  isChosen,
  acts,
}: {
  readonly person: CallItem["person"];
  readonly isChosen: boolean;
  readonly acts: CardActs;
}) {
  const { t } = useText();
  const navigate = useNavigate();
  const whyNot = useWhyNot("people:change");
  const keys = (key: string) => (isChosen ? { keys: key } : {});
  const mayNow = isChosen && whyNot === undefined;
  usePageAct({ label: t("today.later"), keys: "l", run: acts.later }, mayNow);
  usePageAct({ label: t("today.settle"), keys: "d", run: acts.settle }, mayNow);
  return (
    <div className="call-acts">
      <PhoneLink person={person} />
      <Act run={acts.log} icon={IconCheck} permission="people:change" tone="main" {...keys("c")}>
        {t("today.log")}
      </Act>
      <Act run={acts.tomorrow} icon={IconZzz} permission="people:change" {...keys("s")}>
        {t("today.snooze")}
      </Act>
      <Act run={acts.note} icon={IconMessage2} permission="people:change" {...keys("n")}>
        {t("today.note")}
      </Act>
      <MoreMenu
        label={`${t("today.more")} : ${person.name}`}
        acts={[
          { label: t("today.later"), icon: IconCalendarTime, run: acts.later, whyNot },
          { label: t("today.settle"), icon: IconChecks, run: acts.settle, whyNot },
          { label: t("today.open"), icon: IconUser, run: () => void navigate({ to: "/people/$id", params: { id: person.id } }) },
        ]}
      />
    </div>
  );
}
