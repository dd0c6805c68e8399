import type { Delivery } from "#core/source/delivery.ts";
import type { Json } from "#core/source/json.ts";
import type { SourceKindName } from "#core/source/kinds/kind-names.ts";
import type { Extracted } from "#core/submission/submission.ts";

/** One delivery of a kind, in its vendor's shape and our words, and what it tells. `fetched` is what the vendor's API answers. */
export interface Example {
  readonly kind: SourceKindName;
  readonly delivery: Delivery;
  readonly fetched?: readonly Json[];
  readonly tells: Partial<Extracted>;
  readonly answers?: Readonly<Record<string, unknown>>;
}
