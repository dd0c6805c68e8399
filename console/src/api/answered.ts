import type { FetchResponse } from "openapi-fetch";
import type { FileProblem } from "#contract/definitions.ts";
import type { Problem } from "#contract/problem.ts";

/** A refusal of files tells each of their problems; the first of them is what it is about. */
type Told = Partial<Problem> & { readonly problems?: readonly FileProblem[] };

/** An answer that is a problem document (RFC 9457), with what it is about and what would mend it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly remedy: string | undefined;
  constructor(status: number, problem: Told | undefined) {
    const [first] = problem?.problems ?? [];
    super(first?.problem ?? problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem?.code ?? `http-${status}`;
    this.field = first?.field ?? problem?.field;
    this.remedy = first?.remedy ?? problem?.remedy;
  }
}

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

function isProblem(error: unknown): error is Told {
  return typeof error === "object" && error !== null && "title" in error;
}
