import * as z from "zod";
import { pageOf } from "#contract/api.ts";
import { callItemSchema, laterItemSchema, newsSchema } from "#contract/calls.ts";
import type { Caller } from "#core/access/caller.ts";
import { dayOf, dayRow, peopleCounts } from "#core/insight/count.ts";
import { newsOf } from "#core/insight/news.ts";
import type { PersonRow } from "#core/person/person-row.ts";
import type { Page } from "#core/ports/page.ts";
import type { PeopleList, PersonStore } from "#core/ports/person-store.ts";
import { day, type Instant, toIso } from "#core/time/instant.ts";
import { tellsMost } from "#core/timeline/tells-most.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, pageQuery, pageRequest, problem, route } from "../route.ts";
import { calleeView } from "../views/person.ts";
import { timelineItem } from "../views/timeline.ts";

const mine = z.stringbool().default(false).describe("only those whose owner one is, and those who have none");
const limit = z.coerce.number().int().min(1).max(30).default(10);

const list = route({
  method: "get",
  path: "/api/calls",
  summary: "Whom to call now and why, the most urgent first",
  allow: "people:read",
  request: { query: pageQuery.extend({ limit, mine }) },
  responses: {
    200: json(pageOf(callItemSchema), "A page of people, each with what happened last. A page of one’s own may have fewer than asked for."),
    400: problem("The cursor is not one."),
  },
});

const later = route({
  method: "get",
  path: "/api/calls/later",
  summary: "Who comes back onto the list and when, the soonest first: calls promised, and calls put off",
  allow: "people:read",
  request: { query: pageQuery.extend({ limit, mine, before: z.iso.datetime().optional() }) },
  responses: { 200: json(pageOf(laterItemSchema), "A page of people."), 400: problem("The cursor is not one.") },
});

const news = route({
  method: "get",
  path: "/api/calls/news",
  summary: "What happened since yesterday, from counts that are kept",
  allow: "people:read",
  responses: { 200: json(newsSchema, "Yesterday and today together, by UTC days.") },
});

/** How many of the latest items of a timeline are looked at for the one to tell. */
const latest = 12;

export function callRoutes(app: ApiApp, { workshop }: ApiContext): void {
  const { stores, definitions, runtime } = workshop;

  app.openapi(list, async (c) => {
    const { mine, ...query } = c.req.valid("query");
    const { scoring } = await definitions.judging();
    const page = await ownPage(stores.people, { by: "call" }, pageRequest(query), mine ? c.get("caller") : undefined);
    const items = await Promise.all(
      page.items.map(async (person) => {
        const last = tellsMost((await stores.timeline.page(person.id, { limit: latest })).items);
        return { person: calleeView(person, scoring, runtime.now()), last: last === undefined ? null : timelineItem(last) };
      }),
    );
    return c.json({ items, next: page.next ?? null }, 200);
  });

  app.openapi(later, async (c) => {
    const { mine, before, ...query } = c.req.valid("query");
    const { scoring } = await definitions.judging();
    const page = await ownPage(stores.people, { by: "later" }, pageRequest(query), mine ? c.get("caller") : undefined);
    const end = before === undefined ? Number.POSITIVE_INFINITY : Date.parse(before);
    const known = page.items.flatMap((person) => {
      const at = person.laterCallAt;
      return at === undefined ? [] : [{ person, at }];
    });
    const items = known
      .filter(({ at }) => at < end)
      .map(({ person, at }) => ({ person: calleeView(person, scoring, runtime.now()), at: toIso(at), because: why(person, at) }));
    // Soonest first: who comes after the end has nobody before it behind them.
    return c.json({ items, next: items.length < known.length ? null : (page.next ?? null) }, 200);
  });

  app.openapi(news, async (c) => {
    const now = runtime.now();
    const since = dayOf(now - day);
    const rows = await stores.counters.rows(peopleCounts, { from: dayRow(since, ""), to: dayRow(dayOf(now), "\uffff") });
    const { revenue, ...counts } = newsOf(rows);
    return c.json({ since, ...counts, revenue: [...revenue] }, 200);
  });
}

/**
 * A page of a list; of one's own, a second is read where the first has few of them, so that it is not empty because a
 * colleague's come first.
 */
async function ownPage(
  people: Pick<PersonStore, "listed">,
  list: PeopleList,
  request: { readonly limit: number; readonly cursor?: string },
  caller: Caller | undefined,
): Promise<Page<PersonRow>> {
  const first = await people.listed(list, request);
  if (caller === undefined) return first;
  const email = caller.kind === "member" ? caller.email : "";
  const isOwn = ({ owner }: PersonRow): boolean => owner === undefined || owner.toLowerCase() === email;
  const own = first.items.filter(isOwn);
  if (first.next === undefined || own.length > request.limit / 3) return { items: own, next: first.next };
  const second = await people.listed(list, { ...request, cursor: first.next });
  return { items: [...own, ...second.items.filter(isOwn)], next: second.next };
}

function why({ nextCallAt }: Pick<PersonRow, "nextCallAt">, at: Instant): "promised" | "snoozed" {
  return nextCallAt === at ? "promised" : "snoozed";
}
