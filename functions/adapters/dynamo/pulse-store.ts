import type { PulseStore } from "#core/ports/pulse-store.ts";
import { beats, type Pulse } from "#core/source/pulse.ts";
import { keys } from "./table.ts";
import { type Item, type TableAccess, whatever } from "./table-access.ts";
import { readPartition } from "./read-partition.ts";

/** Attributes side by side, not one within another: DynamoDB adds to no map that is not there yet. */
export function pulseStore(table: TableAccess): PulseStore {
  return {
    beat: async (source, { kind, at, by = 1, because }) => {
      await table.update(
        keys.pulse(source),
        {
          set: { [`${kind}At`]: at, ...(because === undefined ? {} : { [`${kind}Because`]: because.slice(0, 300) }) },
          add: { [kind]: by },
        },
        whatever,
      );
    },
    read: async (source) => {
      const item = await table.get(keys.pulse(source));
      return item === undefined ? undefined : pulseOf(item);
    },
    list: async () => (await readPartition(table, keys.pulse("").pk)).map(pulseOf),
  };
}

function pulseOf(item: Item): Pulse {
  const known = beats.flatMap((kind) => {
    const [total, lastAt, because] = [item[kind], item[`${kind}At`], item[`${kind}Because`]];
    if (typeof total !== "number" || typeof lastAt !== "number") return [];
    return [[kind, { total, lastAt, ...(typeof because === "string" ? { because } : {}) }] as const];
  });
  return { source: String(item["sk"]), beats: Object.fromEntries(known) };
}
