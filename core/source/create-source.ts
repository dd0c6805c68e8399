import type { SourceId } from "#core/id/id.ts";
import type { Instant } from "#core/time/instant.ts";
import { kindOf } from "./kinds/registry.ts";
import type { Mapping } from "./mapping.ts";
import { purchaseNames, utmNames } from "./mapped-fields.ts";
import { parsePath } from "./path.ts";
import { type AskedGiven, readGiven } from "./read-given.ts";
import type { Source } from "./source.ts";
import type { SourceProblem } from "./source-problem.ts";

/** What the API is asked for when someone wires a sender up. */
export interface SourceRequest extends Pick<Source, "kind" | "name" | "basis">, AskedGiven {
  readonly secret?: string | undefined;
  readonly accessToken?: string | undefined;
  readonly doubleOptIn?: Source["doubleOptIn"];
  readonly mapping?: Mapping | undefined;
}

export type CreatedSource = { readonly kind: "source"; readonly source: Source } | ({ readonly kind: "problem" } & SourceProblem);

/**
 * A new source, unless its mapping cannot work: each path must be one, and an address must come from somewhere. `token`, long
 * and random, goes into the address of a sender that signs nothing; a secret given for such a one is its token.
 */
export function createSource(request: SourceRequest, id: SourceId, now: Instant, token?: string): CreatedSource {
  const { secret, mapping, stage: _, tags: __, owner: ___, ...rest } = request;
  const { signatures, handshake } = kindOf(request.kind);
  const wrong = mapping === undefined ? undefined : mappingProblem(request.kind, mapping);
  if (wrong !== undefined) return { kind: "problem", ...wrong };
  const read = readGiven(request, {});
  if (read.kind === "problem") return read;
  const isSigned = signatures.length > 0 && secret !== undefined;
  const tokens = isSigned && handshake !== "hub-challenge" ? [] : [isSigned ? token : (secret ?? token)].flatMap((one) => one ?? []);
  const source: Source = {
    id,
    ...withoutUndefined(rest),
    ...read.given,
    secrets: isSigned ? [secret] : [],
    ...(tokens.length === 0 ? {} : { tokens }),
    ...(mapping === undefined ? {} : { mapping }),
    createdAt: now,
  };
  return { kind: "source", source };
}

function withoutUndefined<T extends object>(record: T): T {
  const kept = { ...record };
  for (const name in kept) if (kept[name] === undefined) delete kept[name];
  return kept;
}

/** What is asked to be another in a source that there is. `null` takes a thing away; without a mapping, keys are guessed. */
export interface SourceChange extends AskedGiven {
  readonly name?: string | undefined;
  readonly mapping?: Mapping | null | undefined;
  readonly basis?: Source["basis"] | undefined;
  readonly doubleOptIn?: NonNullable<Source["doubleOptIn"]> | null | undefined;
  readonly accessToken?: string | null | undefined;
}

/** A source after a change; its secrets, its address and its kind are changed in ways of their own, or never. */
export function changeSource(source: Source, change: SourceChange): CreatedSource {
  const { mapping: mappingBefore, accessToken: accessBefore, doubleOptIn: ruleBefore, stage, tags, owner, ...rest } = source;
  const doubleOptIn = change.doubleOptIn === undefined ? ruleBefore : (change.doubleOptIn ?? undefined);
  const mapping = change.mapping === undefined ? mappingBefore : (change.mapping ?? undefined);
  const accessToken = change.accessToken === undefined ? accessBefore : (change.accessToken ?? undefined);
  const wrong = mapping === undefined ? undefined : mappingProblem(source.kind, mapping);
  if (wrong !== undefined) return { kind: "problem", ...wrong };
  const read = readGiven(change, { stage, tags, owner });
  if (read.kind === "problem") return read;
  return {
    kind: "source",
    source: {
      ...rest,
      ...(mapping === undefined ? {} : { mapping }),
      ...(accessToken === undefined ? {} : { accessToken }),
      ...(doubleOptIn === undefined ? {} : { doubleOptIn }),
      ...read.given,
      name: change.name ?? source.name,
      basis: change.basis ?? source.basis,
    },
  };
}

/** What keeps a mapping from working, if anything does. */
export function mappingProblem(kind: Source["kind"], mapping: Mapping): SourceProblem | undefined {
  const isGuessed = kindOf(kind).family === "generic";
  for (const [field, path] of Object.entries(mapping)) {
    const known = knownPart(field);
    if (known !== undefined)
      return { field: `mapping.${field}`, problem: `Relance knows no field ${field}.`, remedy: `Use one of ${known}.` };
    // A form's questions are named by key, id or title: any text may be one.
    if (isGuessed && parsePath(path) === undefined) {
      return {
        field: `mapping.${field}`,
        problem: `“${path}” is not a path.`,
        remedy: 'Write it as data.contact.email, answers[0].text or ["a key"].',
      };
    }
  }
  if (isGuessed && !Object.hasOwn(mapping, "email")) {
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
