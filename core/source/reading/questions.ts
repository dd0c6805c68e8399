import { answerOf, entriesOf, isObject, type Json, textOf } from "../json.ts";
import { type Path, pathTo } from "../path.ts";
import type { AnswerValue, Question, Role } from "../sheet.ts";

/** A JSON object's own value under a key. */
export function own(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The objects of a list, or of an object that is used as one. */
export function rowsIn(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value.filter((row: Json) => isObject(row));
  return entriesOf(value).flatMap(([id, row]) => (isObject(row) ? [Object.hasOwn(row, "id") ? row : { ...row, id }] : []));
}

/** One row for each question, as most form tools send their answers. */
export interface RowsSpec {
  /** Where the rows stand, in the event. */
  readonly at: string;
  /** Under which of a row's keys its own key, title, type and value stand; the first that holds something counts. */
  readonly key: readonly string[];
  readonly title: readonly string[];
  readonly type?: string;
  readonly value: readonly string[];
  /** What the sender's types are. A type that is not here is told by its label. */
  readonly roles?: Readonly<Record<string, Role>>;
}

/** Reads questions from rows. */
export function rows(spec: RowsSpec): (event: Json) => readonly Question[] {
  const at: Path = pathTo(spec.at);
  return (event) =>
    rowsIn(at(event)).flatMap((row): readonly Question[] => {
      const key = first(row, spec.key);
      if (key === undefined) return [];
      const type = spec.type === undefined ? undefined : textOf(own(row, spec.type));
      const role = type !== undefined && spec.roles !== undefined && Object.hasOwn(spec.roles, type) ? spec.roles[type] : undefined;
      const value = spec.value.map((name) => own(row, name)).find((one) => one !== undefined && one !== null);
      return [question(key, first(row, spec.title) ?? key, value, { id: textOf(own(row, "id")), role })];
    });
}

function first(row: Json, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textOf(own(row, name));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A question whose value is whatever the sender wrote: files by their names, objects and lists by what they say. */
export function question(
  key: string,
  title: string,
  value: Json | undefined,
  more: Pick<Question, "id" | "role" | "options"> = {},
): Question {
  const { id, role, options } = more;
  return { key, title, id, role, options, value: role === "file" ? fileNames(value) : said(value) };
}

/** A question for every entry of an object, called by its key: what forms without titles send. A name in two parts is two questions. */
export function questionsIn(value: Json | undefined, skip: ReadonlySet<string> = new Set()): readonly Question[] {
  return entriesOf(value).flatMap(([key, inner]) => (skip.has(key) ? [] : (nameParts(key, inner) ?? [question(key, key, inner)])));
}

const firstNames = ["first", "first_name", "firstName", "firstname"];
const lastNames = ["last", "last_name", "lastName", "lastname"];

/** `{"first": "Claire", "last": "Dupont"}` under whatever key. Undefined for what is no name in parts. */
export function nameParts(key: string, value: Json | undefined): readonly Question[] | undefined {
  if (!isObject(value)) return undefined;
  const firstName = first(value, firstNames);
  const lastName = first(value, lastNames);
  if (firstName === undefined && lastName === undefined) return undefined;
  return [
    { key: `${key}.first`, title: key, role: "firstName", value: firstName },
    { key: `${key}.last`, title: key, role: "lastName", value: lastName },
  ];
}

/** What an object is called by where it stands for a choice or a thing. */
const spokenKeys = ["label", "text", "title", "name", "value"];

/** What a value says: a scalar, the sayings of a list, or an object's name, else its parts. */
export function said(value: Json | undefined): AnswerValue | undefined {
  if (Array.isArray(value)) return answerOf(value.slice(0, mostParts).map((item: Json) => spoken(item)));
  return isObject(value) ? spoken(value) : answerOf(value);
}

/** More than any question has choices. */
const mostParts = 200;

function spoken(value: Json): string {
  if (!isObject(value)) return textOf(value) ?? "";
  const name = first(value, spokenKeys);
  if (name !== undefined) return name;
  return entriesOf(value)
    .slice(0, mostParts)
    .flatMap(([, part]) => textOf(part) ?? [])
    .join(", ");
}

/** The names of files a vendor keeps. Their addresses are let go: they often open without asking who reads. */
function fileNames(value: Json | undefined): AnswerValue | undefined {
  const files = Array.isArray(value) ? value.slice(0, mostParts) : [value ?? null];
  const names = files.flatMap(
    (file: Json) =>
      first(file, ["name", "fileName", "filename", "file_name"]) ?? nameInAddress(textOf(own(file, "url")) ?? textOf(file)) ?? [],
  );
  return names.length === 0 ? undefined : names;
}

function nameInAddress(text: string | undefined): string | undefined {
  const name = text?.split(/[?#]/, 1)[0]?.split("/").at(-1);
  return name === "" ? undefined : name;
}
