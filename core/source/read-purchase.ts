import type { ArrivalProblem } from "#core/submission/read-arrival.ts";
import type { Extracted } from "#core/submission/submission.ts";
import { type Json, textOf } from "./json.ts";

/** Currencies whose smallest unit is the currency itself (ISO 4217, exponent 0), of those payment services quote in minor units. */
const withoutCents: ReadonlySet<string> = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "));

type ReadPurchase =
  | { readonly kind: "none" }
  | { readonly kind: "purchase"; readonly purchase: NonNullable<Extracted["purchase"]> }
  | ({ readonly kind: "problem" } & ArrivalProblem);

/** A purchase among a delivery's mapped fields: none unless it has an id; with one, its amount must be an amount. Euro if no currency is said. */
export function readPurchase(at: (field: string) => Json | undefined): ReadPurchase {
  const id = textOf(at("purchase.id"));
  if (id === undefined) return { kind: "none" };
  const currency = (textOf(at("purchase.currency")) ?? "EUR").toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) {
    return problem(
      "purchase.currency",
      "purchase-currency",
      "The purchase's currency is not a currency.",
      "Give the three letters of ISO 4217, such as EUR.",
    );
  }
  const whole = textOf(at("purchase.amount"));
  const amount = readAmount(whole ?? textOf(at("purchase.minorAmount")));
  if (amount === undefined) {
    return problem(
      whole === undefined && at("purchase.minorAmount") !== undefined ? "purchase.minorAmount" : "purchase.amount",
      "purchase-amount",
      "The purchase has no amount.",
      "Map purchase.amount (or purchase.minorAmount, in cents) to a number that is not negative.",
    );
  }
  const inCents = whole === undefined && !withoutCents.has(currency);
  return { kind: "purchase", purchase: { id, amount: inCents ? amount / 100 : amount, currency } };
}

/** Amounts come as numbers, or as texts with a dot or a comma before the cents. */
function readAmount(text: string | undefined): number | undefined {
  const amount = Number(text?.replace(/[\s\u00a0\u202f]/g, "").replace(/,(\d{1,2})$/, ".$1") ?? Number.NaN);
  return Number.isFinite(amount) && amount >= 0 && amount <= Number.MAX_SAFE_INTEGER ? amount : undefined;
}

function problem(field: string, code: ArrivalProblem["code"], sentence: string, remedy: string): ReadPurchase {
  return { kind: "problem", field, code, problem: sentence, remedy };
}
