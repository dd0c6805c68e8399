import * as z from "zod";
import type { SearchStore } from "#core/ports/search-store.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { keys, personOfDue } from "./table.ts";
import type { TableAccess } from "./table-access.ts";

const cursorSchema = z.object({ sk: z.string() });

export function searchStore(table: TableAccess): SearchStore {
  return {
    index: (id, words) => table.putAll(words.map((word) => ({ ...keys.word(word, id) }))),
    indexAll: (people) => table.putAll(people.flatMap(({ id, words }) => words.map((word) => ({ ...keys.word(word, id) })))),
    forget: async (id, words) => {
      for (const word of words) await table.remove(keys.word(word, id));
    },
    find: async (sought, { limit, cursor }) => {
      const { pk, sk } = keys.word("word" in sought ? sought.word : sought.beginning, "per_");
      const term = "word" in sought ? sk : sought.beginning;
      const { items, last } = await table.query({
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :term)",
        values: { ":pk": pk, ":term": term },
        Limit: limit,
        after: cursor === undefined ? undefined : { pk, sk: readCursor(cursorSchema, cursor).sk },
      });
      return {
        items: items.map(({ sk }) => personOfDue({ pk: String(sk).slice(String(sk).lastIndexOf(" ") + 1) })),
        next: last === undefined ? undefined : writeCursor({ sk: String(last["sk"]) }),
      };
    },
  };
}
