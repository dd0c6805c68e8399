/** What stands under the fingers, as a shortcut is written: `n`, `?`, `g p` (one after the other), `mod+k` (⌘ or Ctrl). */
export type Keys = string;

/** What somebody pressed, in the same writing. Shift is part of the sign it makes, so `?` is `?` on every keyboard. */
export function readKeys(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): Keys {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : event.altKey ? `alt+${key}` : key;
}

/** Whether a key pressed here writes something: then no single key is a shortcut. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "range"].includes(target.type);
}

const signs: Readonly<Record<string, string | undefined>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Enter: "↵",
  Escape: "Esc",
  " ": "␣",
};

/** The keys as they are printed on the keyboard of whoever reads, one chip each. */
export function printed(keys: Keys, isApple: boolean): readonly string[] {
  return keys.split(" ").flatMap((one) => {
    const parts = one.startsWith("mod+") ? [isApple ? "⌘" : "Ctrl", one.slice(4)] : [one];
    return parts.map((part) => signs[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  });
}
