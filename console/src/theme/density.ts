import type { Density } from "./tokens.ts";

const remembered = "relance.density";
const known = ["comfortable", "compact"] as const satisfies readonly Density[];
const listeners = new Set<() => void>();

/** How close things stand, in this browser: an attribute of the page, from which density.css makes the rest. */
export const density = {
  /** The one chosen last; comfortable for whoever never chose. */
  now: (): Density => known.find((one) => one === localStorage.getItem(remembered)) ?? "comfortable",
  /** Stands as it was chosen, before anything is drawn; and follows what is chosen in another window. */
  begin: (): void => {
    show();
    addEventListener("storage", ({ key }) => {
      if (key === remembered || key === null) show();
    });
  },
  choose: (next: Density): void => {
    localStorage.setItem(remembered, next);
    show();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function show(): void {
  document.documentElement.dataset["density"] = density.now();
  for (const listener of listeners) listener();
}
