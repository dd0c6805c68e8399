import createClient from "openapi-fetch";
import type { paths } from "#contract/client/api-schema.ts";
import { asMyself } from "../sign-in/as-myself.ts";
import { answered } from "./answered.ts";

/** The API, typed by its own OpenAPI document: `answered(client.GET("/api/people", …))`. */
export const client = createClient<paths>({ baseUrl: location.origin, fetch: asMyself });

/** A list's cursor as a query parameter: left out on the first page. */
function page(limit: number, cursor: string | undefined): { limit: number; cursor?: string } {
  return cursor === undefined ? { limit } : { limit, cursor };
}

/** What several pages ask for. What one page alone asks for stands in that page. */
export const api = {
  overview: () => answered(client.GET("/api/overview")),
  people: (cursor?: string) => answered(client.GET("/api/people", { params: { query: page(30, cursor) } })),
  byEmail: (email: string) => answered(client.GET("/api/people", { params: { query: { email } } })),
  person: (id: string) => answered(client.GET("/api/people/{id}", { params: { path: { id } } })),
  timeline: (id: string, cursor?: string) =>
    answered(client.GET("/api/people/{id}/timeline", { params: { path: { id }, query: page(30, cursor) } })),
  due: (cursor?: string) => answered(client.GET("/api/due", { params: { query: page(10, cursor) } })),
  parked: (cursor?: string) => answered(client.GET("/api/parked", { params: { query: page(10, cursor) } })),
  retry: (key: string, decision: "retry" | "resend" | "count-as-sent") =>
    answered(client.POST("/api/parked/{key}/retry", { params: { path: { key } }, body: { decision } })),
};
