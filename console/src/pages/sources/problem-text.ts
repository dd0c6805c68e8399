import type { useText } from "../../i18n/language.ts";

/** What is wrong with an arrival, as far as the console has words of its own for it. */
const told = [
  "address-missing",
  "address-without-at",
  "address-without-name",
  "address-name",
  "address-domain",
  "address-too-long",
  "not-this-kind",
  "purchase-currency",
  "purchase-amount",
  "no-access-token",
  "vendor-refused",
  "body-not-kept",
] as const;

/** Why something could not be read, in words of the console where it has them; else as the API says it. */
export function problemText({ t, said }: Pick<ReturnType<typeof useText>, "t" | "said">, code: string | undefined, reason: string): string {
  const known = told.find((one) => one === code);
  return known === undefined ? said(reason) : t(`sources.problem.${known}`);
}
