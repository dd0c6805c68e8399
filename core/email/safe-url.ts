import { stripControls } from "./tidy-text.ts";

/**
 * A value as it may stand in a link: web addresses, mail and telephone. Escaping does not stop `javascript:`; this does.
 * Anything else becomes `#`, a link to nowhere.
 */
export function safeUrl(value: unknown): string {
  const text = typeof value === "string" ? stripControls(value).trim() : "";
  return /^(https?:\/\/|mailto:|tel:)[^\s"'<>]+$/i.test(text) ? text : "#";
}
