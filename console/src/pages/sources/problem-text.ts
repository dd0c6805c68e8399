import type { SubmissionView } from "#contract/sources.ts";
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

type Say = ReturnType<typeof useText>;

/** Why something could not be read, in words of the console where it has them; else as the API says it. */
export function problemText({ t, said }: Pick<Say, "t" | "said">, code: string, reason: string): string {
  const known = told.find((one) => one === code);
  return known === undefined ? said(reason) : t(`sources.problem.${known}`);
}

/** The same of an arrival: why it was put aside, waits for another try, or was given up; undefined where nothing is wrong. */
export function arrivalText(
  { t, own }: Pick<Say, "t" | "own">,
  arrival: Pick<SubmissionView, "problem" | "reasonText">,
): string | undefined {
  const known = told.find((one) => one === arrival.problem?.code);
  if (arrival.reasonText === null) return undefined;
  return known === undefined ? own(arrival.reasonText) : t(`sources.problem.${known}`);
}
