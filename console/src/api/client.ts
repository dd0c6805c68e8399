import * as z from "zod";
import {
  dueViewSchema,
  overviewSchema,
  pageOf,
  parkedViewSchema,
  personDetailSchema,
  personSummarySchema,
  type Problem,
  problemSchema,
  timelineItemSchema,
} from "#contract/api.ts";
import { token } from "./token.ts";

/** An answer that is a problem document (RFC 9457), with what it is about and what would mend it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly field: string | undefined;
  readonly remedy: string | undefined;
  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.field = problem?.field;
    this.remedy = problem?.remedy;
  }
}

const retriedSchema = z.object({ status: z.literal("due") });

type Request = Omit<RequestInit, "headers"> & { readonly headers?: Readonly<Record<string, string>> };

async function call<Schema extends z.ZodType>(schema: Schema, path: string, init: Request = {}): Promise<z.output<Schema>> {
  const answer = await fetch(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token() ?? ""}` } });
  const body: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return schema.parse(body);
  throw new ApiProblem(answer.status, problemSchema.safeParse(body).data);
}

function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

/** The API as the console uses it: every answer is checked against the contract. */
export const api = {
  overview: () => call(overviewSchema, "/api/overview"),
  people: (cursor?: string) => call(pageOf(personSummarySchema), `/api/people${query({ limit: 50, cursor })}`),
  byEmail: (email: string) => call(pageOf(personSummarySchema), `/api/people${query({ email })}`),
  person: (id: string) => call(personDetailSchema, `/api/people/${encodeURIComponent(id)}`),
  timeline: (id: string, cursor?: string) =>
    call(pageOf(timelineItemSchema), `/api/people/${encodeURIComponent(id)}/timeline${query({ limit: 30, cursor })}`),
  due: (cursor?: string) => call(pageOf(dueViewSchema), `/api/due${query({ limit: 50, cursor })}`),
  parked: (cursor?: string) => call(pageOf(parkedViewSchema), `/api/parked${query({ limit: 50, cursor })}`),
  retry: (key: string, decision: "retry" | "resend" | "count-as-sent") =>
    call(retriedSchema, `/api/parked/${encodeURIComponent(key)}/retry`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ decision }),
    }),
};
