/**
 * A value as it may stand in a link: web addresses, mail and telephone. Escaping does not stop `javascript:`; this does.
 * Anything else becomes `#`, a link to nowhere.
 */
export function safeUrl(value: unknown): string {
  const text = typeof value === "string" ? stripControls(value).trim() : "";
  return /^(https?:\/\/|mailto:|tel:)[^\s"'<>]+$/i.test(text) ? text : "#";
}

/** A text without control characters: no line break can begin a header, no null byte cut a name. */
export function stripControls(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
}
