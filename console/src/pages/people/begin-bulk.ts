import type { PersonSummary } from "#contract/api.ts";
import type { BulkAct } from "#core/job/bulk-act.ts";
import type { ListQuery } from "./use-people-query.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { toastList } from "../../parts/toast/toasts.ts";
import { jobList } from "./jobs.ts";

export type { BulkAct };

/** Whom it is for: people one has picked, or everybody a list shows. */
export type Chosen = { readonly people: readonly PersonSummary[] } | { readonly query: ListQuery };

/** One act and the people it is for. */
interface Wanted {
  readonly act: BulkAct;
  readonly ids: readonly string[];
}

/**
 * Begins one act for many people. Where they were picked one by one and it is no mail that leaves, the way back is offered:
 * it touches only those whom the act has changed, and gives each back what they had.
 */
export async function begin(act: BulkAct, chosen: Chosen, reason: string, texts: { readonly said: string; readonly taken: string }) {
  const told = reason === "" ? {} : { reason };
  const whom = "people" in chosen ? { ids: chosen.people.map(({ id }) => id) } : { query: chosen.query };
  const job = await answered(client.POST("/api/people/bulk", { body: { act, ...whom, ...told } }));
  jobList.add({ id: job.id, act: act.act, about: aboutOf(act) });
  const back = "people" in chosen ? wayBack(act, chosen.people) : [];
  const undo = (): void => {
    for (const { act: other, ids } of back) {
      void answered(client.POST("/api/people/bulk", { body: { act: other, ids: [...ids], reason: texts.taken } })).then((taken) => {
        jobList.putAway(job.id);
        jobList.add({ id: taken.id, act: other.act, about: aboutOf(other) });
      });
    }
  };
  toastList.say({ text: `${texts.said} · ${aboutOf(act)}`, ...(back.length === 0 ? {} : { undo }) });
}

/** What gives everybody back what they had before. */
function wayBack(act: BulkAct, people: readonly PersonSummary[]): readonly Wanted[] {
  const idsOf = (some: readonly PersonSummary[]): readonly string[] => some.map(({ id }) => id);
  switch (act.act) {
    case "tag":
    case "untag": {
      const wasGiven = act.act === "tag";
      const changed = people.filter(({ tags }) => tags.includes(act.tag.toLowerCase()) !== wasGiven);
      return changed.length === 0 ? [] : [{ act: { act: wasGiven ? "untag" : "tag", tag: act.tag }, ids: idsOf(changed) }];
    }
    case "stage": {
      const moved = people.filter(({ stage }) => stage !== act.stage);
      return [...Map.groupBy(moved, ({ stage }) => stage)].map(([stage, some]) => ({ act: { act: "stage", stage }, ids: idsOf(some) }));
    }
    case "enter":
      return [];
  }
}

function aboutOf(act: BulkAct): string {
  switch (act.act) {
    case "tag":
    case "untag":
      return act.tag;
    case "stage":
      return act.stage;
    case "enter":
      return act.sequence;
  }
}
