import {
  IconArrowMerge,
  IconArrowsRightLeft,
  IconCheck,
  IconCalendarTime,
  IconHandStop,
  IconMessage2,
  IconPlayerPlay,
  IconZzz,
} from "@tabler/icons-react";
import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import { useNow } from "../../api/use-overview.ts";
import { CallDialog } from "../../calls/CallDialog.tsx";
import { laterAt } from "../../calls/later-times.ts";
import { NoteDialog } from "../../calls/NoteDialog.tsx";
import { PhoneLink } from "../../calls/PhoneLink.tsx";
import { SnoozeDialog } from "../../calls/SnoozeDialog.tsx";
import { useCallActs } from "../../calls/use-call-acts.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { ReasonDialog } from "../../parts/act/ReasonDialog.tsx";
import { MergeDialog } from "../merge/MergeDialog.tsx";
import { StageDialog } from "./StageDialog.tsx";
import { usePersonActs } from "./use-person-acts.ts";

type Asked = "merge" | "call" | "later" | "note" | "stage" | "pause" | "resume";

/** What one does with a person: call, put off, note, move, and stop everything. */
export function PersonActs({ person }: { readonly person: PersonDetail }) {
  const { t } = useText();
  const now = useNow();
  const [asked, setAsked] = useState<Asked>();
  const acts = usePersonActs(person);
  const { call, snooze, note } = useCallActs<PersonDetail>({
    of: ["person", person.id],
    called: (before, _, { nextAt }) => ({ ...before, call: null, nextCallAt: nextAt, snoozedUntil: null }),
    snoozed: (before, _, until) => ({ ...before, call: null, snoozedUntil: until }),
  });
  const close = (): void => setAsked(undefined);
  return (
    <div className="person-acts">
      <PhoneLink person={person} />
      <Act run={() => setAsked("call")} icon={IconCheck} permission="people:change" tone="main" keys="c">
        {t("today.log")}
      </Act>
      <Act run={() => setAsked("note")} icon={IconMessage2} permission="people:change" keys="n">
        {t("today.note")}
      </Act>
      <Act run={() => setAsked("stage")} icon={IconArrowsRightLeft} permission="people:change" keys="e">
        {t("stage.act")}
      </Act>
      {person.call === null ? (
        <Act run={() => setAsked("later")} icon={IconCalendarTime} permission="people:change" keys="l">
          {t("person.callLater")}
        </Act>
      ) : (
        <Act
          run={() => void snooze(person, laterAt("tomorrow", new Date(now)).toISOString())}
          icon={IconZzz}
          permission="people:change"
          keys="s"
        >
          {t("today.snooze")}
        </Act>
      )}
      <Act run={() => setAsked("merge")} icon={IconArrowMerge} permission="people:change">
        {t("merge.act")}
      </Act>
      {person.paused ? (
        <Act run={() => setAsked("resume")} icon={IconPlayerPlay} permission="people:change">
          {t("resume.act")}
        </Act>
      ) : (
        <Act run={() => setAsked("pause")} icon={IconHandStop} permission="people:change" tone="danger">
          {t("pause.act")}
        </Act>
      )}
      {asked === "merge" ? <MergeDialog person={person} close={close} /> : null}
      {asked === "call" ? <CallDialog name={person.name} close={close} save={(made) => void call(person, made)} /> : null}
      {asked === "later" ? <SnoozeDialog name={person.name} close={close} save={(until) => void snooze(person, until)} /> : null}
      {asked === "note" ? <NoteDialog name={person.name} close={close} save={(text) => void note(person, text)} /> : null}
      {asked === "stage" ? <StageDialog person={person} close={close} move={(to, reason) => void acts.move(to, reason)} /> : null}
      {asked === "pause" ? (
        <ReasonDialog
          isOpen
          close={close}
          title={t("pause.title", { name: person.name })}
          confirm={t("pause.act")}
          isDanger
          run={acts.pause}
        >
          <p>{t("pause.means")}</p>
        </ReasonDialog>
      ) : null}
      {asked === "resume" ? (
        <ReasonDialog isOpen close={close} title={t("resume.title", { name: person.name })} confirm={t("resume.act")} run={acts.resume}>
          <p>{t("resume.means")}</p>
        </ReasonDialog>
      ) : null}
    </div>
  );
}
