/** Control characters, line separators, and marks that turn the direction of what follows (Unicode TR 36). */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/g;
const controlsButLines = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/** A text without control characters: no line break can begin a header, no null byte cut a name. */
export function stripControls(text: string): string {
  return text.replace(controls, " ");
}

/** The same for a text of several lines: they stay. */
export function stripControlsButLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(controlsButLines, " ");
}

export function oneLine(text: string): string {
  return stripControls(text).replace(/\s+/g, " ").trim();
}

/** At most this many UTF-16 units, never half a character. */
export function clip(text: string, most: number): string {
  const clipped = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(clipped) ? clipped.slice(0, -1) : clipped;
}

/**
 * Whether a mail program may make a link of it. A form is open to anyone: with such a "first name" and somebody else's
 * address, a stranger would have us mail them a link.
 */
export function holdsAddress(text: string): boolean {
  return /:\/\/|\bwww\./i.test(text);
}
