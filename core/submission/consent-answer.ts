/** What a ticked box sends: HTML's own `on`, and what people who write forms give it as a value. */
const yes: ReadonlySet<string> = new Set(["on", "true", "1", "yes", "y", "oui", "checked", "accepted"]);

/** Whether a box of consent was ticked. Everything that is not a plain yes is a no: agreement is never presumed (GDPR art. 4(11)). */
export function agrees(value: string | undefined): boolean {
  return value !== undefined && yes.has(value.trim().toLowerCase());
}
