import { type Count, dayOf, dayRow, mailCounts, peopleCounts, sequenceCounts, stepRow } from "#core/insight/count.ts";
import { notices } from "#core/insight/count-mail.ts";
import { mailboxGroups } from "#core/insight/mailbox-group.ts";
import { versionsTold } from "#core/insight/step-figures.ts";
import { stages } from "#core/person/stage.ts";
import { day } from "#core/time/instant.ts";
import type { Benchmark, Figure } from "./bench.ts";
import { arrival } from "./people.ts";
import { serveApi } from "./served-api.ts";

/** A quarter of a year in which people came by each of these every day, to each group of mailboxes mails left every day. */
const days = 92;
const sources = ["direct", "form:demo", "form:contact", "hook:src_shop", "hook:src_fair"];

/** What a period's insights read, in DynamoDB's own count of units: it grows with days and sources, not with people. */
export const insights: Benchmark = {
  name: "insights",
  run: async () => {
    const api = await serveApi();
    for (const count of aQuarter()) await api.stores.counters.addRow(count);
    const cost = async (path: string): Promise<number> => {
      await api.ask(path);
      return (await api.ask(path)).units;
    };
    const from = dayOf(arrival - (days - 1) * day);
    const figures: readonly Figure[] = [
      {
        name: "insights of people, 92 days, 5 sources",
        value: await cost(`/api/insights/people?from=${from}`),
        unit: "RU",
        target: { atMost: 20 },
      },
      {
        name: "insights of mails, 92 days, 6 mailbox groups",
        value: await cost(`/api/insights/mails?from=${from}`),
        unit: "RU",
        target: { atMost: 20 },
      },
      {
        name: "insights of a sequence, 20 versions",
        value: await cost("/api/insights/sequences/demo"),
        unit: "RU",
        target: { atMost: 20 },
      },
    ];
    api.close();
    return figures;
  },
};

/** Rows as full as they get: every counter that a day can move. */
function* aQuarter(): Generator<Count> {
  const reached = stages.map((stage) => `up_${stage}`);
  const once = [
    "created",
    "submissions",
    "replies",
    "qualified",
    "clients",
    "cohort_qualified",
    "cohort_clients",
    "purchases",
    "revenue_EUR",
  ];
  const people = Object.fromEntries([...reached, ...once].map((counter) => [counter, 137]));
  const back = ["sent", "rejected", "bounced_permanent", "bounced_transient", "complained", "unsubscribed"];
  const mails = Object.fromEntries(back.map((counter) => [counter, 12_345]));
  for (let ago = 0; ago < days; ago++) {
    const on = dayOf(arrival - ago * day);
    for (const source of sources) yield { name: peopleCounts, row: dayRow(on, source), add: people };
    for (const group of [...mailboxGroups, notices]) yield { name: mailCounts, row: dayRow(on, group), add: mails };
  }
  const steps = ["bienvenue", "un-jour", "facture", "quatre-jours", "a-clique", "prevenir", "atelier", "cinq-jours", "budget", "au-revoir"];
  const figures = [
    "waiting",
    "entered",
    "sent",
    "clicked",
    "replied",
    "bounced",
    "unsubscribed",
    "ended_replied",
    "ended_bought",
    "skipped",
  ];
  const add = Object.fromEntries(figures.map((counter) => [counter, 4_321]));
  for (let version = 1; version <= versionsTold; version++)
    for (const step of steps) yield { name: sequenceCounts("demo"), row: stepRow(version, step), add };
}
