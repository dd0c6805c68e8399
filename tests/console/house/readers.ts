import type { Reader } from "./visit.ts";

const everyReader: readonly Reader[] = (["fr-FR", "en-GB"] as const).flatMap((locale) =>
  [false, true].flatMap((dark) => [false, true].map((phone) => ({ locale, dark, phone }))),
);

/**
 * Who looks at a page: four, among whom every two of language, light and width meet. All eight where pictures are asked for
 * (`RELANCE_SCREENSHOTS`).
 */
export const readers =
  process.env["RELANCE_SCREENSHOTS"] === undefined
    ? everyReader.filter(({ locale, dark, phone }) => (locale === "fr-FR") === (dark === phone))
    : everyReader;
