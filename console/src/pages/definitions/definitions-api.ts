import type { DefinitionText, FileProblem } from "#contract/definitions.ts";
import type { DefinitionKind } from "#core/definition/definition.ts";
import { ApiProblem, answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import type { DefinitionName } from "./kinds.ts";

/** Texts by their path under `templates/`. */
export type Files = Readonly<Record<string, string>>;

/** What came of publishing a text: the version it is, what is wrong with it, or that somebody else was quicker. */
export type Publishing =
  | { readonly kind: "published"; readonly version: number; readonly changed: boolean; readonly also: readonly DefinitionName[] }
  | { readonly kind: "problems"; readonly problems: readonly FileProblem[] }
  | { readonly kind: "stale" };

/** The keys of what is kept of definitions; all begin with `definitions`, so that a publish makes every one of them be read again. */
export const definitionKeys = {
  all: ["definitions"],
  list: (kind?: DefinitionKind) => ["definitions", "list", kind ?? "all"],
  one: ({ kind, name }: DefinitionName) => ["definitions", "one", kind, name],
  versions: ({ kind, name }: DefinitionName) => ["definitions", "versions", kind, name],
  version: ({ kind, name }: DefinitionName, version: number) => ["definitions", "version", kind, name, String(version)],
} as const;

export const definitionsApi = {
  list: (kind?: DefinitionKind) => answered(client.GET("/api/definitions", { params: { query: kind === undefined ? {} : { kind } } })),
  /** The text in force; null where there is none of this name. */
  one: async (path: DefinitionName): Promise<DefinitionText | null> => {
    try {
      return await answered(client.GET("/api/definitions/{kind}/{name}", { params: { path } }));
    } catch (fault) {
      if (fault instanceof ApiProblem && fault.status === 404) return null;
      throw fault;
    }
  },
  versions: (path: DefinitionName, cursor: string | undefined) =>
    answered(
      client.GET("/api/definitions/{kind}/{name}/versions", {
        params: { path, query: cursor === undefined ? { limit: 10 } : { limit: 10, cursor } },
      }),
    ),
  version: ({ kind, name }: DefinitionName, version: number) =>
    answered(client.GET("/api/definitions/{kind}/{name}/versions/{version}", { params: { path: { kind, name, version } } })),
  starter: (path: DefinitionName) => answered(client.GET("/api/definitions/{kind}/{name}/starter", { params: { path } })),
  check: (files: Readonly<Record<string, string | null>>, signal: AbortSignal) =>
    answered(client.POST("/api/definitions/check", { body: { files: { ...files } }, signal })),
  publish: async (path: DefinitionName, version: number, files: Files, note: string): Promise<Publishing> =>
    publishing(
      await client.POST("/api/definitions/{kind}/{name}", {
        params: { path, header: expecting(version) },
        body: { files: { ...files }, note },
      }),
    ),
  /** Publishes the text of an earlier version again, if `inForce` is still what stands. */
  restore: async (path: DefinitionName, inForce: number, version: number, note: string): Promise<Publishing> =>
    publishing(
      await client.POST("/api/definitions/{kind}/{name}/restore", {
        params: { path, header: expecting(inForce) },
        body: { version, note },
      }),
    ),
  retire: async (path: DefinitionName, inForce: number, note: string): Promise<Exclude<Publishing, { kind: "published" }> | undefined> => {
    const { error, response } = await client.POST("/api/definitions/{kind}/{name}/retire", {
      params: { path, header: expecting(inForce) },
      body: { note },
    });
    return response.ok ? undefined : refusal(response, error);
  },
} as const;

/** The version a change was made from, as RFC 9110 has it; 0 is none. */
function expecting(version: number): { readonly "if-match": string } {
  return { "if-match": `"${version}"` };
}

function publishing(answer: {
  readonly data?: { readonly version: number; readonly changed: boolean; readonly also: readonly DefinitionName[] };
  readonly error?: unknown;
  readonly response: Response;
}): Publishing {
  const { data, error, response } = answer;
  if (data === undefined) return refusal(response, error);
  // The answer has a kind of its own: that of the definition.
  const { version, changed, also } = data;
  return { kind: "published", version, changed, also };
}

function refusal(response: Response, error: unknown): Exclude<Publishing, { kind: "published" }> {
  if (response.status === 412) return { kind: "stale" };
  if (isFilesInvalid(error)) return { kind: "problems", problems: error.problems };
  throw new ApiProblem(response.status, isRecord(error) ? error : undefined);
}

function isFilesInvalid(error: unknown): error is { readonly problems: readonly FileProblem[] } {
  return isRecord(error) && Array.isArray(error["problems"]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
