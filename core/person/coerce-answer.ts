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
    case "date":
      return typeof raw === "number" || typeof raw === "boolean" ? String(raw) : raw;
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

/** Reads French and English ways of writing a number; undefined where it is none. */
function readNumber(text: string): number | undefined {
  const compact = text.replace(/[\s\u00a0\u202f€$£]|EUR|USD|GBP/g, "");
  const decimal = /,\d{1,2}$/.test(compact) ? compact.replace(/\./g, "").replace(",", ".") : compact.replace(/,/g, "");
  const value = /^[-+]?\d+(\.\d+)?$/.test(decimal) ? Number(decimal) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function readMoney(raw: AttributeValue): AttributeValue {
  if (typeof raw === "number") return { amount: raw, currency: "EUR" };
  if (typeof raw !== "string") return raw;
  const amount = readNumber(raw);
  if (amount === undefined) return raw;
  const currency = /\$|USD/.test(raw) ? "USD" : /£|GBP/.test(raw) ? "GBP" : "EUR";
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
