import { disposableEmailBlocklistSet } from "disposable-email-domains-js";

let known: ReadonlySet<string> | undefined;

/** Whether an address is at a domain made to be thrown away, or below one (github.com/disposable-email-domains). */
export function isDisposable(address: string): boolean {
  known ??= disposableEmailBlocklistSet();
  const labels = address.slice(address.lastIndexOf("@") + 1).split(".");
  for (let from = 0; from < labels.length - 1; from++) if (known.has(labels.slice(from).join("."))) return true;
  return false;
}
