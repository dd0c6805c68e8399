import createClient, { type FetchResponse } from "openapi-fetch";
import type { paths } from "#contract/client/api-schema.ts";
import type { Problem } from "#contract/problem.ts";
import { asMyself } from "../sign-in/as-myself.ts";

/** An answer that is a problem document (RFC 9457), with what it is about and what would mend it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly remedy: string | undefined;
  constructor(status: number, problem: Partial<Problem> | undefined) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem?.code ?? `http-${status}`;
    this.field = problem?.field;
    this.remedy = problem?.remedy;
  }
}

/** The API, typed by its own OpenAPI document: `answered(client.GET("/api/people", …))`. */
export const client = createClient<paths>({ baseUrl: location.origin, fetch: asMyself });

/** The answer's data; throws an `ApiProblem` for anything else. */
export async function answered<T extends Record<string | number, unknown>, O, M extends `${string}/${string}`>(
  asked: Promise<FetchResponse<T, O, M>>,
): Promise<NonNullable<FetchResponse<T, O, M>["data"]>> {
  const { data, error, response } = await asked;
  if (response.ok && data !== undefined && data !== null) return data;
  throw new ApiProblem(response.status, isProblem(error) ? error : undefined);
}

/** An act that answers nothing; throws an `ApiProblem` if it was not done. */
export async function done(asked: Promise<{ readonly error?: unknown; readonly response: Response }>): Promise<void> {
  const { error, response } = await asked;
  if (!response.ok) throw new ApiProblem(response.status, isProblem(error) ? error : undefined);
}

function isProblem(error: unknown): error is Partial<Problem> {
  return typeof error === "object" && error !== null && "title" in error;
}

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
  due: (cursor?: string) => answered(client.GET("/api/due", { params: { query: page(30, cursor) } })),
  parked: (cursor?: string) => answered(client.GET("/api/parked", { params: { query: page(30, cursor) } })),
  retry: (key: string, decision: "retry" | "resend" | "count-as-sent") =>
    answered(client.POST("/api/parked/{key}/retry", { params: { path: { key } }, body: { decision } })),
};
