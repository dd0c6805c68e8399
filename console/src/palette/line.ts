import type { Icon } from "@tabler/icons-react";
import type { Keys } from "../keys/read-keys.ts";

/** One thing the palette offers. */
export interface PaletteLine {
  readonly id: string;
  readonly group: "pages" | "acts" | "people";
  readonly label: string;
  readonly beneath?: string;
  /** Other words it is found by. */
  readonly words?: string;
  readonly icon?: Icon;
  readonly keys?: Keys;
  readonly run: () => void;
}

/** Without case, accents and doubled blanks, so that “sequences” finds « Séquences ». */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** How well a line meets what was typed, 0 where it does not: every word must begin a word of the line; its own name counts most. */
export function meets(line: Pick<PaletteLine, "label" | "words">, typed: string): number {
  const sought = plain(typed).split(" ");
  const [label, others] = [plain(line.label), plain(line.words ?? "")];
  const marks = sought.map((word) => (label.startsWith(word) ? 3 : begins(label, word) ? 2 : begins(others, word) ? 1 : 0));
  return marks.some((mark) => mark === 0) ? 0 : marks.reduce<number>((sum, mark) => sum + mark, 0);
}

function begins(text: string, word: string): boolean {
  return text.split(/[\s’'-]+/).some((one) => one.startsWith(word));
}
