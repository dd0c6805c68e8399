import { sameText } from "#core/secret/same-bytes.ts";
import type { RawDelivery } from "./delivery.ts";
import { kindOf } from "./kinds/registry.ts";
import type { Source } from "./source.ts";

/**
 * Whether a delivery comes from whom its source trusts. Where its kind signs and the source has secrets: signed with any of
 * them, in any of the kind's ways. Else the token in the address must be one of the source's; a source that has neither
 * trusts whoever knows its address.
 */
export function isTrusted(source: Pick<Source, "kind" | "secrets" | "tokens">, delivery: RawDelivery): boolean {
  const { signatures } = kindOf(source.kind);
  if (signatures.length > 0 && source.secrets.length > 0) {
    return source.secrets.some((secret) => signatures.some((isSigned) => isSigned(secret, delivery)));
  }
  const tokens = source.tokens ?? [];
  const shown = delivery.token ?? delivery.query["token"] ?? "";
  return tokens.length === 0 || tokens.some((token) => sameText(token, shown));
}
