/** Calling codes (ITU-T E.164) of the countries whose numbers we meet, with what is dialled before a number inside of them. */
const countries: Readonly<Record<string, { readonly code: string; readonly trunk: string }>> = {
  FR: { code: "33", trunk: "0" },
  BE: { code: "32", trunk: "0" },
  CH: { code: "41", trunk: "0" },
  LU: { code: "352", trunk: "" },
  DE: { code: "49", trunk: "0" },
  AT: { code: "43", trunk: "0" },
  NL: { code: "31", trunk: "0" },
  ES: { code: "34", trunk: "" },
  PT: { code: "351", trunk: "" },
  IT: { code: "39", trunk: "" },
  GB: { code: "44", trunk: "0" },
  IE: { code: "353", trunk: "0" },
  US: { code: "1", trunk: "1" },
  CA: { code: "1", trunk: "1" },
};
const fewestDigits = 8;
const mostDigits = 15;

/**
 * A telephone number in its international form, as `+33612345678`, to be compared and never dialled: written with or without
 * its country, with any spaces, and with the `(0)` of letterheads. Undefined for what can be no number.
 */
export function internationalPhone(text: string, country: string): string | undefined {
  const digits = text.replace(/\(0\)/g, "").replace(/[^\d+]/g, "");
  const whole = digits.startsWith("+") ? digits.slice(1) : digits.startsWith("00") ? digits.slice(2) : national(digits, country);
  return whole !== undefined && /^[1-9]\d+$/.test(whole) && whole.length >= fewestDigits && whole.length <= mostDigits
    ? `+${whole}`
    : undefined;
}

function national(digits: string, country: string): string | undefined {
  const { code, trunk } = countries[country] ?? { code: "33", trunk: "0" };
  if (digits.length < fewestDigits) return undefined;
  return `${code}${trunk !== "" && digits.startsWith(trunk) ? digits.slice(trunk.length) : digits}`;
}
