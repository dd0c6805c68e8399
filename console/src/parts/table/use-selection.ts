import { useRef, useState } from "react";

/** The rows of a list that somebody has chosen, by their ids. Those no longer in the list are no longer chosen. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly isAll: boolean;
  /** Chooses one or lets it go; with `isRange`, all from the one touched before. */
  readonly toggle: (id: string, isRange: boolean) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

export function useSelection(list: readonly string[]): Selection {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const before = useRef<string>(undefined);
  const ids = new Set(list.filter((id) => kept.has(id)));
  const isAll = list.length > 0 && ids.size === list.length;
  return {
    ids,
    isAll,
    toggle: (id, isRange) => {
      const touched = isRange && before.current !== undefined ? between(list, before.current, id) : [id];
      before.current = id;
      const isWanted = !ids.has(id);
      setKept(new Set(isWanted ? [...ids, ...touched] : [...ids].filter((one) => !touched.includes(one))));
    },
    toggleAll: () => setKept(new Set(isAll ? [] : list)),
    clear: () => setKept(new Set()),
  };
}

/** All from one to the other, whichever comes first. */
function between(list: readonly string[], from: string, to: string): readonly string[] {
  const [first = 0, last = 0] = [list.indexOf(from), list.indexOf(to)].toSorted((a, b) => a - b);
  return first === -1 ? [to] : list.slice(first, last + 1);
}
