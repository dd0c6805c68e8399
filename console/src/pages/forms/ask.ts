import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";

const byName = (name: string) => ({ params: { path: { name } } });
const byId = (id: string) => ({ params: { path: { id } } });

/** What the page of a form asks the API. */
export const ask = {
  places: (name: string, lang: string) => answered(client.GET("/api/forms/{name}/places", { params: { path: { name }, query: { lang } } })),
  giveSecret: (name: string, secret: string) =>
    answered(client.PUT("/api/forms/{name}/challenge-secret", { ...byName(name), body: { secret } })),
  arrivals: (name: string, status: Shown, cursor: string | undefined) =>
    answered(
      client.GET("/api/submissions", {
        params: { query: { source: `form:${name}`, status, limit: 20, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  takeIn: (id: string) => answered(client.POST("/api/submissions/{id}/replay", byId(id))),
  callSpam: (id: string) => answered(client.POST("/api/submissions/{id}/spam", byId(id))),
};

/** Which arrivals are looked at: what was kept apart, what waits for somebody, what was taken in. */
export const shown = ["discarded", "quarantined", "processed"] as const;
export type Shown = (typeof shown)[number];
export type Arrival = Awaited<ReturnType<typeof ask.arrivals>>["items"][number];
