import type { Icon } from "@tabler/icons-react";
import type { Permission } from "#core/access/permission.ts";
import { isTyping, type Keys, readKeys } from "./read-keys.ts";

/** Something that can be done here and now: by its key, from the palette, and told by the keyboard's help. */
export interface PageAct {
  readonly label: string;
  readonly run: () => void;
  readonly keys?: Keys;
  readonly icon?: Icon;
  readonly permission?: Permission;
  /** Left out of the palette: it is offered there otherwise, or makes no sense from there. */
  readonly isQuiet?: true;
}

const remembered = "relance.keys";
/** How long after the first key of two the second still counts, in ms. */
const patience = 1_200;

let acts: readonly PageAct[] = [];
const listeners = new Set<() => void>();
let begun: { readonly keys: Keys; readonly at: number } | undefined;

function change(next: readonly PageAct[]): void {
  acts = next;
  for (const listener of listeners) listener();
}

/** Every act of the page and of the frame. Single keys are listened for in this one place, never while somebody types. */
export const pageActs = {
  list: (): readonly PageAct[] => acts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  add: (act: PageAct): (() => void) => {
    change([...acts, act]);
    return () => change(acts.filter((one) => one !== act));
  },
};

/** Whether single keys do anything: whoever speaks to their computer may turn them off (WCAG 2.1.4). */
export function areKeysOn(): boolean {
  return localStorage.getItem(remembered) !== "off";
}

export function turnKeys(on: boolean): void {
  localStorage.setItem(remembered, on ? "on" : "off");
}

/** Listens for shortcuts until told to stop. Of two acts with the same keys, the one that came last is meant. */
export function listenForKeys(mayRun: (act: PageAct) => boolean): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const pressed = readKeys(event);
    const isChord = pressed.startsWith("mod+");
    if (!isChord && (!areKeysOn() || isTyping(event.target))) return;
    if (document.querySelector("dialog[open]") !== null) return;
    const before = begun !== undefined && event.timeStamp - begun.at < patience ? begun.keys : undefined;
    const sought = before === undefined ? pressed : `${before} ${pressed}`;
    begun = undefined;
    const act = acts.findLast((one) => one.keys === sought && mayRun(one));
    if (act !== undefined) {
      event.preventDefault();
      act.run();
    } else if (acts.some((one) => one.keys?.startsWith(`${pressed} `))) begun = { keys: pressed, at: event.timeStamp };
  };
  addEventListener("keydown", hear);
  return () => removeEventListener("keydown", hear);
}
