import type { SourceId } from "#core/id/id.ts";
import type { Instant } from "#core/time/instant.ts";
import { purchaseNames, utmNames } from "./mapped-fields.ts";
import { parsePath } from "./path.ts";
import type { Mapping, Source } from "./source.ts";

/** What the API is asked for when someone wires a sender up. */
export interface SourceRequest {
  readonly kind: Source["kind"];
  readonly name: string;
  readonly secret?: string | undefined;
  readonly mapping?: Mapping | undefined;
  readonly basis: Source["basis"];
}

export type CreatedSource =
  | { readonly kind: "source"; readonly source: Source }
  | { readonly kind: "problem"; readonly field: string; readonly problem: string; readonly remedy: string };

/** A new source, unless its mapping cannot work: each path must be one, and an address must come from somewhere. */
export function createSource(request: SourceRequest, id: SourceId, now: Instant): CreatedSource {
  const { kind, name, secret, mapping, basis } = request;
  const wrong = mapping === undefined ? undefined : mappingProblem(kind, mapping);
  if (wrong !== undefined) return { kind: "problem", ...wrong };
  const secrets = secret === undefined ? [] : [secret];
  return { kind: "source", source: { id, kind, name, secrets, ...(mapping === undefined ? {} : { mapping }), basis, createdAt: now } };
}

function mappingProblem(kind: Source["kind"], mapping: Mapping): { field: string; problem: string; remedy: string } | undefined {
  for (const [field, path] of Object.entries(mapping)) {
    const known = knownPart(field);
    if (known !== undefined)
      return { field: `mapping.${field}`, problem: `Relance knows no field ${field}.`, remedy: `Use one of ${known}.` };
    // Typeform's questions are named by ref, id or title: any text may be one.
    if (kind === "json" && parsePath(path) === undefined) {
      return {
        field: `mapping.${field}`,
        problem: `“${path}” is not a path.`,
        remedy: 'Write it as data.contact.email, answers[0].text or ["a key"].',
      };
    }
  }
  if (kind === "json" && !Object.hasOwn(mapping, "email")) {
    return {
      field: "mapping.email",
      problem: "The mapping says nowhere where the e-mail address stands.",
      remedy: 'Add email, as in {"email": "data.contact.email"}.',
    };
  }
  return undefined;
}

/** The names a dotted field may have, if this one is not among them. */
function knownPart(field: string): string | undefined {
  const [group, name = ""] = field.split(".", 2);
  const names: readonly string[] | undefined = group === "utm" ? utmNames : group === "purchase" ? purchaseNames : undefined;
  return names === undefined || names.includes(name) ? undefined : names.map((known) => `${group}.${known}`).join(", ");
}
