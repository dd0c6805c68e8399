import { kindOf } from "./kinds/registry.ts";
import type { Source } from "./source.ts";

/** The address a sender delivers to. It carries the source's newest token where nothing else would prove who calls. */
export function addressOf(source: Pick<Source, "id" | "kind" | "secrets" | "tokens">, publicUrl: string): string {
  const plain = `${publicUrl}/hooks/${source.id}`;
  const token = isSigned(source) ? undefined : source.tokens?.[0];
  return token === undefined ? plain : `${plain}/${encodeURIComponent(token)}`;
}

/** Whether deliveries are told from a stranger's by their signature. */
export function isSigned({ kind, secrets }: Pick<Source, "kind" | "secrets">): boolean {
  return kindOf(kind).signatures.length > 0 && secrets.length > 0;
}
