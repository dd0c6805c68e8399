import { hashAddress } from "#core/address/hash-address.ts";
import { readAddress } from "#core/address/normalise-address.ts";
import type { AttributeDeclaration, AttributeValue } from "#core/person/attribute.ts";
import { coerceAnswer } from "#core/person/coerce-answer.ts";
import type { Money } from "#core/person/money.ts";
import { type Stage, stages } from "#core/person/stage.ts";
import { longestTag, readTag } from "#core/person/tags.ts";
import { oneLine } from "#core/submission/bound-extracted.ts";
import { readLocale, readTimeZone } from "#core/submission/read-locale.ts";
import { splitName } from "#core/submission/split-name.ts";
import type { Instant } from "#core/time/instant.ts";
import { stageOfName } from "./stage-names.ts";
import type { RefusalCode } from "./refusal.ts";
import { detailTargets } from "./target.ts";
import type { FileRow, Import, RefusedRow } from "./import.ts";

/** What a row says of its person. */
export interface ImportedRow {
  readonly email: string;
  readonly addressHash: string;
  readonly answers: Readonly<Record<string, AttributeValue>>;
  readonly tags: readonly string[];
  readonly locale?: string;
  readonly timeZone?: string;
  readonly owner?: string;
  readonly stage?: Stage;
  readonly value?: Money;
  readonly consentAt?: Instant;
}

export type ReadRow = { readonly kind: "row"; readonly row: ImportedRow } | { readonly kind: "refused"; readonly refused: RefusedRow };

/** The longest cell we keep, in characters: longer is a file that was read wrongly. */
const longestCell = 4_000;

/**
 * Reads a row by what its columns are. It is refused as a whole where a cell cannot be what its column says: a list that was
 * half taken could never be mended by sending it again.
 */
export function readRow(
  file: FileRow,
  { columns }: Pick<Import, "columns">,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
): ReadRow {
  const refuse = (field: string, code: RefusalCode, data?: RefusedRow["data"]): ReadRow => ({
    kind: "refused",
    refused: { line: file.line, cells: [...file.cells], field, code, ...(data === undefined ? {} : { data }) },
  });
  if (file.cells.length > columns.length && file.cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
    return refuse("", "too-many-cells", { cells: file.cells.length, columns: columns.length });
  }
  const cells = new Map<string, { readonly header: string; readonly text: string }>();
  for (const [place, { header, target }] of columns.entries()) {
    const text = (file.cells[place] ?? "").trim();
    if (target === null || text === "") continue;
    if (text.length > longestCell) return refuse(header, "cell-too-long", { length: text.length, most: longestCell });
    cells.set(target, { header, text });
  }
  const at = (target: string): string | undefined => cells.get(target)?.text;
  const headerOf = (wanted: string): string => columns.find(({ target }) => target === wanted)?.header ?? wanted;

  const address = readAddress(at("email") ?? "");
  if (address.kind === "impossible") return refuse(headerOf("email"), address.code);
  const stageText = at("stage");
  const stage = stageText === undefined ? undefined : stageOfName(stageText);
  if (stageText !== undefined && stage === undefined)
    return refuse(headerOf("stage"), "stage-unknown", { text: oneLine(stageText), stages: stages.join(", ") });
  const owner = readOwner(at("owner"));
  if (owner === "wrong") return refuse(headerOf("owner"), "owner-no-address");
  const value = readValue(at("value"), at("currency"));
  if (value === "wrong") return refuse(headerOf("value"), "value-no-amount");
  const consentAt = readInstant(at("consentAt"));
  if (consentAt === "wrong") return refuse(headerOf("consentAt"), "day-unreadable");
  const tags = readTags(at("tags") ?? "");
  if (tags === undefined) return refuse(headerOf("tags"), "tag-too-long", { most: longestTag });
  const locale = readLocale(at("locale") ?? "");
  const timeZone = readTimeZone(at("timeZone") ?? "");
  return {
    kind: "row",
    row: {
      email: address.email,
      addressHash: hashAddress(address.address),
      answers: answersOf(cells, declarations),
      tags,
      ...(locale === undefined ? {} : { locale }),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(owner === undefined ? {} : { owner }),
      ...(stage === undefined ? {} : { stage }),
      ...(value === undefined ? {} : { value }),
      ...(consentAt === undefined ? {} : { consentAt }),
    },
  };
}

function answersOf(
  cells: ReadonlyMap<string, { readonly text: string }>,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
): Readonly<Record<string, AttributeValue>> {
  const full = cells.get("fullName")?.text;
  const answers: Record<string, AttributeValue> = { ...(full === undefined ? {} : splitName(oneLine(full))) };
  for (const [target, { text }] of cells) {
    const declaration = Object.hasOwn(declarations, target) ? declarations[target] : undefined;
    if (declaration !== undefined) answers[target] = coerceAnswer(declaration, clean(text));
    else if (detailTargets.includes(target)) answers[target] = clean(text);
  }
  return answers;
}

/** Without control characters: a cell ends up in mails and headers. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]+/gu, "");
}

function readTags(text: string): readonly string[] | undefined {
  const parts = text.split(/[,;|]/).filter((part) => part.trim() !== "");
  const tags = parts.flatMap((part) => readTag(part) ?? []);
  return tags.length < parts.length ? undefined : tags;
}

function readOwner(text: string | undefined): string | undefined | "wrong" {
  if (text === undefined) return undefined;
  const read = readAddress(text);
  return read.kind === "impossible" ? "wrong" : read.email.toLowerCase();
}

function readValue(text: string | undefined, currency: string | undefined): Money | undefined | "wrong" {
  if (text === undefined) return undefined;
  const read = coerceAnswer({ type: "money", label: {} }, text);
  if (typeof read !== "object" || !("amount" in read)) return "wrong";
  const named = currency?.toUpperCase() ?? read.currency;
  return /^[A-Z]{3}$/.test(named) ? { amount: read.amount, currency: named } : "wrong";
}

function readInstant(text: string | undefined): Instant | undefined | "wrong" {
  if (text === undefined) return undefined;
  const day = coerceAnswer({ type: "date", label: {} }, text);
  const at = typeof day === "string" && /^\d{4}-\d{2}-\d{2}([T ][\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isFinite(at) ? at : "wrong";
}
