import type { SourceKindName } from "#core/source/kinds/kind-names.ts";
import { readDelivery } from "#core/source/read-delivery.ts";
import { readFetched } from "#core/source/read-fetched.ts";
import type { ReadPart } from "#core/source/read-part.ts";
import type { Example } from "./examples/example.ts";
import { fetched } from "./examples/fetched.ts";
import { formTools } from "./examples/form-tools.ts";
import { sales } from "./examples/sales.ts";
import { wordpress } from "./examples/wordpress.ts";

/** One delivery of every kind. */
export const examples: readonly Example[] = [...formTools, ...wordpress, ...sales, ...fetched];

export function exampleOf(kind: SourceKindName): Example {
  const found = examples.find((example) => example.kind === kind);
  if (found === undefined) throw new Error(`${kind} has no example`);
  return found;
}

/** What an example tells, after asking for it where it must be asked for. */
export function readExample({ kind, delivery, fetched: answers }: Example): ReadPart | undefined {
  const [part] = readDelivery({ kind }, delivery);
  return part?.kind === "fetch" ? readFetched({ kind }, part, answers ?? []) : part;
}
