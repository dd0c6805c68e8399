import type { AttributeDeclaration, AttributeValue } from "./attribute.ts";

const yes = new Set(["yes", "y", "true", "1", "on", "oui", "o", "vrai"]);
const no = new Set(["no", "n", "false", "0", "off", "non", "faux"]);

/**
 * An answer as its attribute's type has it: `1 234,50 €` a number, `oui` a yes, a choice's label its value. An answer that
 * cannot be its type is kept as it was given: nothing that somebody told us is thrown away.
 */
export function coerceAnswer(declaration: AttributeDeclaration, raw: AttributeValue): AttributeValue {
  switch (declaration.type) {
    case "text":
      return readText(raw);
    case "date":
      return typeof raw === "string" ? (readDate(raw) ?? raw) : raw;
    case "number":
      return typeof raw === "string" ? (readNumber(raw) ?? raw) : raw;
    case "money":
      return readMoney(raw);
    case "yes-no":
      return readYesNo(raw);
    case "choice":
      return typeof raw === "string" ? choiceOf(declaration, raw) : raw;
    case "list":
      return typeof raw === "string"
        ? raw
            .split(/[,;]/)
            .map((part) => part.trim())
            .filter((part) => part !== "")
        : raw;
  }
}

function readText(raw: AttributeValue): AttributeValue {
  if (Array.isArray(raw)) return raw.join(", ");
  return typeof raw === "number" || typeof raw === "boolean" ? String(raw) : raw;
}

/** ISO 8601, which sorts as time does, from itself or from day, month and year as Europe writes them; undefined for no real day. */
export function readDate(raw: string): string | undefined {
  const [, day = "", month = "", year = ""] = /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/.exec(raw) ?? [];
  const iso = year === "" ? raw.trim() : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(iso) ? iso : undefined;
}

const thousandsByComma = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const thousandsByPoint = /^[-+]?[1-9]\d{0,2}(\.\d{3})+,\d+$|^[-+]?[1-9]\d{0,2}(\.\d{3}){2,}$/;
const plainNumber = /^[-+]?\d+([.,]\d+)?$/;

/**
 * Reads French and English ways of writing a number; undefined where it is none. A comma before exactly three digits parts
 * thousands unless a zero leads (`1,234` is 1234, `0,125` an eighth): nobody can tell otherwise.
 */
export function readNumber(text: string): number | undefined {
  const compact = text.replace(/[\s€$£’']|EUR|USD|GBP/gi, "");
  if (thousandsByComma.test(compact)) return Number(compact.replace(/,/g, ""));
  if (thousandsByPoint.test(compact)) return Number(compact.replace(/\./g, "").replace(",", "."));
  return plainNumber.test(compact) ? finite(Number(compact.replace(",", "."))) : undefined;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** Codes of ISO 4217 that people write here. Not any three letters: `10 ans` is no money. */
const currencyCode = /(?<![A-Z])(?:EUR|USD|GBP|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN|CZK|HUF|RON|MAD|TND|XOF)(?![A-Z])/;

function readMoney(raw: AttributeValue): AttributeValue {
  if (typeof raw === "number") return { amount: raw, currency: "EUR" };
  if (typeof raw !== "string") return raw;
  const [code] = currencyCode.exec(raw.toUpperCase()) ?? [];
  const amount = readNumber(code === undefined ? raw : raw.toUpperCase().replace(code, ""));
  if (amount === undefined) return raw;
  const currency = code ?? (raw.includes("$") ? "USD" : raw.includes("£") ? "GBP" : "EUR");
  return { amount, currency };
}

function readYesNo(raw: AttributeValue): AttributeValue {
  if (typeof raw === "number") return raw !== 0;
  if (typeof raw !== "string") return raw;
  const word = raw.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : raw;
}

function choiceOf(declaration: AttributeDeclaration, raw: string): string {
  const wanted = raw.trim().toLowerCase();
  const choice = declaration.choices?.find(
    ({ value, label }) => value.toLowerCase() === wanted || Object.values(label).some((text) => text.trim().toLowerCase() === wanted),
  );
  return choice?.value ?? raw;
}
