import "./today.css";
import { Button } from "@mantine/core";
import { IconCoffee } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { CallItem } from "#contract/calls.ts";
import { useMe } from "../../api/use-me.ts";
import { useNow } from "../../api/use-overview.ts";
import { CallDialog } from "../../calls/CallDialog.tsx";
import { laterAt } from "../../calls/later-times.ts";
import { NoteDialog } from "../../calls/NoteDialog.tsx";
import { SnoozeDialog } from "../../calls/SnoozeDialog.tsx";
import { useCallActs } from "../../calls/use-call-acts.ts";
import { useText } from "../../i18n/language.ts";
import { useShortcut } from "../../keys/use-page-act.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { ChipsField } from "../../parts/form/ChipsField.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { CallCard, type CardActs } from "./CallCard.tsx";
import { NewsLine } from "./NewsLine.tsx";
import { Upcoming } from "./Upcoming.tsx";
import { type Calls, useCalls, without } from "./use-calls.ts";
import { useWhose } from "./use-whose.ts";

/** Whom to call now, why, what happened last and what to do next: a salesperson's morning. */
export function TodayPage() {
  const { t } = useText();
  const [isMine, choose] = useWhose();
  const me = useMe();
  return (
    <div className="stack">
      <PageHead title={t("today.title")} lead={t("today.lead")} />
      <NewsLine />
      <ChipsField
        label={t("today.whose")}
        value={isMine ? "mine" : "all"}
        change={(value) => choose(value === "mine")}
        choices={[
          { value: "mine", label: t("today.mine") },
          { value: "all", label: t("today.everybody") },
        ]}
      />
      <div className="columns today">
        {me === undefined ? <Loading shape="cards" /> : <CallList isMine={isMine} showAll={() => choose(false)} />}
        <Upcoming isMine={isMine} />
      </div>
    </div>
  );
}

type Asked = { readonly what: "call" | "later" | "note"; readonly person: CallItem["person"] };

function CallList({ isMine, showAll }: { readonly isMine: boolean; readonly showAll: () => void }) {
  const { t } = useText();
  const now = useNow();
  const { query, items, isReadingOn } = useCalls(isMine);
  const [asked, setAsked] = useState<Asked>();
  const { list, chosen, setChosen, goOn } = useChosen(items);
  const gone = (calls: Calls, { id }: { readonly id: string }): Calls => without(calls, id);
  const { call, snooze, note } = useCallActs<Calls>({ of: ["calls"], called: gone, snoozed: gone });
  if (query.isPending || (items.length === 0 && isReadingOn)) return <Loading shape="cards" />;
  if (query.isError) return <Failure fault={query.error} retry={() => void query.refetch()} />;
  if (items.length === 0) return <NothingToDo isMine={isMine} showAll={showAll} />;
  const actsOn = (person: CallItem["person"]): CardActs => ({
    log: () => setAsked({ what: "call", person }),
    later: () => setAsked({ what: "later", person }),
    note: () => setAsked({ what: "note", person }),
    tomorrow: () => {
      goOn(person.id);
      void snooze(person, laterAt("tomorrow", new Date(now)).toISOString());
    },
    settle: () => {
      goOn(person.id);
      void call(person, { outcome: "done", text: "", nextAt: null });
    },
  });
  const close = (): void => setAsked(undefined);
  return (
    <div className="stack">
      <p className="for-ears" role="status">
        {t("today.left", { count: items.length })}
      </p>
      <ol className="stack" ref={list} aria-label={t("today.list")}>
        {items.map((item) => (
          <li key={item.person.id} data-person={item.person.id} onFocus={() => setChosen(item.person.id)}>
            <CallCard item={item} isChosen={item.person.id === chosen} acts={actsOn(item.person)} />
          </li>
        ))}
      </ol>
      {query.hasNextPage ? (
        <div>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("common.more")}
          </Button>
        </div>
      ) : null}
      {asked?.what === "call" ? (
        <CallDialog
          name={asked.person.name}
          close={close}
          save={(made) => {
            goOn(asked.person.id);
            void call(asked.person, made);
          }}
        />
      ) : null}
      {asked?.what === "later" ? (
        <SnoozeDialog
          name={asked.person.name}
          close={close}
          save={(until) => {
            goOn(asked.person.id);
            void snooze(asked.person, until);
          }}
        />
      ) : null}
      {asked?.what === "note" ? <NoteDialog name={asked.person.name} close={close} save={(text) => void note(asked.person, text)} /> : null}
    </div>
  );
}

/** The card the keys work on: the first until one goes to another, by J and K or by the focus; after an act, the one that follows. */
function useChosen(items: readonly CallItem[]) {
  const { t } = useText();
  const list = useRef<HTMLOListElement>(null);
  const [kept, setChosen] = useState<string>();
  const ids = items.map((item) => item.person.id);
  const chosen = kept !== undefined && ids.includes(kept) ? kept : ids[0];
  const focus = (id: string | undefined): void => {
    if (id === undefined) return;
    setChosen(id);
    const card = list.current?.querySelector(`[data-person="${id}"]`);
    card?.querySelector<HTMLElement>(".call-name")?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  };
  const step = (by: 1 | -1): void => {
    const isHere = list.current?.contains(document.activeElement) === true;
    focus(isHere ? (ids[ids.indexOf(chosen ?? "") + by] ?? chosen) : chosen);
  };
  useShortcut("j", t("today.next"), () => step(1), items.length > 0);
  useShortcut("k", t("today.previous"), () => step(-1), items.length > 0);
  return {
    list,
    chosen,
    setChosen,
    /** Goes on to the card after this one, or before it where it is the last. */
    goOn: (id: string): void => {
      const place = ids.indexOf(id);
      focus(ids[place + 1] ?? ids[place - 1]);
    },
  };
}

function NothingToDo({ isMine, showAll }: { readonly isMine: boolean; readonly showAll: () => void }) {
  const { t } = useText();
  return (
    <Empty
      icon={IconCoffee}
      title={t(isMine ? "today.noneMine" : "today.none")}
      action={
        isMine ? (
          <Button variant="default" onClick={showAll}>
            {t("today.showAll")}
          </Button>
        ) : (
          <Link to="/pipeline">{t("today.showPipeline")}</Link>
        )
      }
    >
      {t("today.noneText")}
    </Empty>
  );
}
