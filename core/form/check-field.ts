import { readDate, readNumber } from "#core/person/coerce-answer.ts";
import { agrees } from "#core/submission/consent-answer.ts";
import type { Field } from "./field.ts";
import type { FieldProblemCode } from "./field-problem.ts";
import { matchesPattern } from "./match-pattern.ts";
import { parsePattern } from "./parse-pattern.ts";

/** What a field's rules say against what was given, with the bound it breaks. */
export interface FieldFault {
  readonly code: FieldProblemCode;
  readonly problem: string;
  readonly remedy: string;
  readonly limit?: string | number;
}

/**
 * What is wrong with the values of one field, none of which is empty; undefined if nothing is. A value outside the choices is
 * not wrong: the choices may have changed while a page was open, and what somebody told us is kept. The address has rules of its own.
 */
export function checkField(field: Field, values: readonly string[]): FieldFault | undefined {
  const [first] = values;
  if (first === undefined) return field.required ? emptyFault(field) : undefined;
  switch (field.type) {
    case "number":
      return checkNumber(field, first);
    case "date":
      return checkDate(field, first);
    case "tel":
      return checkPhone(first) ?? checkText(field, first);
    case "url":
      return pageAddressOf(first) === undefined ? notAPage : checkText(field, first);
    case "text":
    case "textarea":
      return checkText(field, first);
    case "checkbox":
      return field.required && field.choices === undefined && !agrees(first) ? emptyFault(field) : undefined;
    case "email":
    case "select":
    case "radio":
    case "hidden":
      return undefined;
  }
}

function emptyFault({ type, choices }: Field): FieldFault {
  if (type === "checkbox" && choices === undefined) {
    return { code: "box-unticked", problem: "was not ticked", remedy: "Tick the box." };
  }
  if (choices !== undefined) return { code: "choice-missing", problem: "was left open", remedy: "Choose one of what is offered." };
  return { code: "field-empty", problem: "was left empty", remedy: "Fill it in." };
}

function checkNumber({ min, max }: Field, text: string): FieldFault | undefined {
  const value = readNumber(text);
  if (value === undefined) return { code: "not-a-number", problem: "is not a number", remedy: "Write digits, as 12 or 1,250.50." };
  if (min !== undefined && value < Number(min)) {
    return { code: "number-too-small", problem: `is less than ${min}`, remedy: `Write ${min} or more.`, limit: Number(min) };
  }
  if (max !== undefined && value > Number(max)) {
    return { code: "number-too-large", problem: `is more than ${max}`, remedy: `Write ${max} or less.`, limit: Number(max) };
  }
  return undefined;
}

function checkDate({ min, max }: Field, text: string): FieldFault | undefined {
  const day = readDate(text);
  if (day === undefined) return { code: "not-a-date", problem: "is not a day of the calendar", remedy: "Write it as 2026-11-27." };
  if (min !== undefined && day < String(min)) {
    return { code: "date-too-early", problem: `is before ${min}`, remedy: `Choose ${min} or later.`, limit: String(min) };
  }
  if (max !== undefined && day > String(max)) {
    return { code: "date-too-late", problem: `is after ${max}`, remedy: `Choose ${max} or earlier.`, limit: String(max) };
  }
  return undefined;
}

/** The shortest numbers that are dialled have three digits (ITU-T E.164 gives no lower bound); the longest, with extension, thirty. */
function checkPhone(text: string): FieldFault | undefined {
  const digits = text.replace(/\D/g, "").length;
  return digits >= 3 && digits <= 30
    ? undefined
    : { code: "not-a-phone", problem: "is not a telephone number", remedy: "Write its digits, as +33 4 78 00 00 00." };
}

const notAPage: FieldFault = { code: "not-a-page", problem: "is not the address of a page", remedy: "Write it as https://example.com." };

/** The address of a page as people write it, with its scheme; undefined for what is none, and for every scheme but the web's. */
export function pageAddressOf(text: string): string | undefined {
  const bare = text.trim();
  const full = /^[a-z][\w+.-]*:/i.test(bare) && !/^[\w.-]+:\d+(?:\/|$)/.test(bare) ? bare : `https://${bare}`;
  return /^https?:\/\/[^\s/?#@<>"'\\]{1,250}\.[^\s/?#@<>"'\\.]{2,63}(?::\d{1,5})?\.?(?:[/?#][^\s<>"']{0,2000})?$/i.test(full)
    ? full
    : undefined;
}

function checkText({ minLength, maxLength, pattern }: Field, text: string): FieldFault | undefined {
  const characters = Array.from(text.replace(/\r\n?/g, "\n").trim()).length;
  if (minLength !== undefined && characters < minLength) {
    const remedy = `Write at least ${minLength} characters.`;
    return { code: "text-too-short", problem: `has fewer than ${minLength} characters`, remedy, limit: minLength };
  }
  if (maxLength !== undefined && characters > maxLength) {
    const remedy = `Write at most ${maxLength} characters.`;
    return { code: "text-too-long", problem: `has more than ${maxLength} characters`, remedy, limit: maxLength };
  }
  const parsed = pattern === undefined ? undefined : parsePattern(pattern.match);
  if (parsed?.kind === "pattern" && !matchesPattern(parsed.steps, text.trim())) {
    return { code: "text-pattern", problem: "is not written as it has to be", remedy: "Write it as the form says." };
  }
  return undefined;
}
