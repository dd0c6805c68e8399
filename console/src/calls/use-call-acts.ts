import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import type { PersonDetail } from "#contract/api.ts";
import { answered } from "../api/answered.ts";
import { client } from "../api/client.ts";
import { useNow } from "../api/use-overview.ts";
import { time, weekday } from "../i18n/formats.ts";
import { useText } from "../i18n/language.ts";
import { useOptimistic } from "../parts/toast/use-optimistic.ts";
import type { Called } from "./CallDialog.tsx";

interface Who {
  readonly id: string;
  readonly name: string;
}

/** What changes in what is shown once somebody is called, put off, or noted of. */
interface Shown<Data> {
  readonly of: QueryKey;
  readonly called: (data: Data, who: Who, called: Called) => Data;
  readonly snoozed: (data: Data, who: Who, until: string) => Data;
}

/** Calls, puts off and notes: done at once in what is shown, each with its way back. */
export function useCallActs<Data>({ of, called, snoozed }: Shown<Data>) {
  const { t, locale } = useText();
  const now = useNow();
  const optimistic = useOptimistic<Data>();
  const queries = useQueryClient();

  /** Sends an act and remembers what the API calls it, so that it can be taken back; other lists that show it are read again. */
  const withWayBack = (who: Who, post: () => Promise<PersonDetail>) => {
    let act: string | undefined;
    const readAgain = (): void => {
      for (const key of [["later"], ["calls"], ["timeline", who.id], ["person", who.id]]) {
        if (key[0] !== of[0]) void queries.invalidateQueries({ queryKey: key });
      }
    };
    const send = async (): Promise<void> => {
      act = (await post()).lastAct?.id;
      readAgain();
    };
    const undo = async (): Promise<void> => {
      if (act !== undefined) await answered(client.POST("/api/people/{id}/take-back", { ...path(who), body: { act } }));
      readAgain();
    };
    return { of, send, undo };
  };

  return {
    call: (who: Who, made: Called): Promise<void> =>
      optimistic({
        ...withWayBack(who, () => answered(client.POST("/api/people/{id}/calls", { ...path(who), body: { ...made } }))),
        change: (data) => called(data, who, made),
        said: t(made.outcome === "done" ? "call.settled" : "call.saved", { name: who.name }),
      }),
    snooze: (who: Who, until: string): Promise<void> =>
      optimistic({
        ...withWayBack(who, () => answered(client.POST("/api/people/{id}/snooze", { ...path(who), body: { until } }))),
        change: (data) => snoozed(data, who, until),
        said: t("snooze.saved", { name: who.name, when: `${weekday(until, locale, now)}, ${time(until, locale)}` }),
      }),
    note: (who: Who, text: string): Promise<void> =>
      optimistic({
        ...withWayBack(who, () => answered(client.POST("/api/people/{id}/notes", { ...path(who), body: { text } }))),
        change: (data) => data,
        said: t("note.saved", { name: who.name }),
      }),
  };
}

function path({ id }: Who) {
  return { params: { path: { id } } };
}
