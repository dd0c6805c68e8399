/** One thing that is different: where it stands, what it was and what it is; `undefined` where there was or is nothing. */
export interface ChangeLine {
  readonly path: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** At most so many lines are told: a log is read, not studied. */
const most = 60;

/**
 * What differs between two values of the log, leaf by leaf: `{role: "sales"}` and `{role: "owner"}` give one line, `role`. What
 * is the same on both sides is left out, as is a list of nothing; a value that is no object stands under the empty path.
 */
export function changesBetween(from: unknown, to: unknown): readonly ChangeLine[] {
  const [before, after] = [leavesOf(from), leavesOf(to)];
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths
    .flatMap((path): readonly ChangeLine[] => {
      const line = { path, from: before.get(path), to: after.get(path) };
      return line.from === line.to ? [] : [line];
    })
    .slice(0, most);
}

function leavesOf(value: unknown, path = ""): ReadonlyMap<string, string> {
  if (value === null || value === undefined) return new Map();
  if (Array.isArray(value) && value.length === 0) return new Map();
  if (Array.isArray(value) && value.every((one) => typeof one !== "object")) return new Map([[path, value.join(", ")]]);
  if (typeof value !== "object") return new Map([[path, String(value)]]);
  return new Map(Object.entries(value).flatMap(([name, one]) => [...leavesOf(one, path === "" ? name : `${path}.${name}`)]));
}
