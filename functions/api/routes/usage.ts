import { usageSchema } from "#contract/settings.ts";
import { dayOf, dayRow, mailCounts, peopleCounts, readDayRow, totals } from "#core/insight/count.ts";
import { notices } from "#core/insight/count-mail.ts";
import { minute } from "#core/time/instant.ts";
import { estimateCost } from "#core/usage/estimate-cost.ts";
import { priceList } from "#core/usage/price-list.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, route } from "../route.ts";

const usage = route({
  method: "get",
  path: "/api/usage",
  summary: "What this month has cost so far: an estimate from kept counts, measured units and list prices",
  allow: "settings:read",
  responses: { 200: json(usageSchema, "The counts, the lines and their sum.") },
});

export function usageRoutes(app: ApiApp, { workshop }: ApiContext): void {
  app.openapi(usage, async (c) => {
    const now = workshop.runtime.now();
    const today = dayOf(now);
    const month = today.slice(0, 7);
    const span = { from: `${month}-01`, to: dayRow(today, "~") };
    const { counters } = workshop.stores;
    const [mails, arrivals] = await Promise.all([counters.rows(mailCounts, span), counters.rows(peopleCounts, span)]);
    const { sent = 0, rejected = 0 } = totals(mails);
    const { sent: toOurselves = 0 } = totals(mails.filter(({ row }) => readDayRow(row).of === notices));
    const { submissions = 0 } = totals(arrivals);
    const counted = {
      sent: sent - rejected,
      notices: toOurselves,
      submissions,
      minutes: Math.floor((now - Date.parse(`${month}-01T00:00:00Z`)) / minute),
    };
    const estimate = estimateCost(counted);
    return c.json(
      {
        month,
        days: Number(today.slice(8)),
        sent: counted.sent,
        notices: toOurselves,
        submissions,
        lines: [...estimate.lines],
        dollars: estimate.dollars,
        prices: { region: priceList.region, asOf: priceList.asOf, url: priceList.url },
        pinpoint: { perThousand: priceList.pinpointPerThousand, ...estimate.pinpoint },
      },
      200,
    );
  });
}
