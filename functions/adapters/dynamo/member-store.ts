import { memberSchema } from "#core/access/member.ts";
import type { MemberStore } from "#core/ports/stores.ts";
import { readPartition } from "./read-partition.ts";
import { keys } from "./table.ts";
import { readItem, type TableAccess } from "./table-access.ts";

export function memberStore(table: TableAccess): MemberStore {
  return {
    list: async () => (await readPartition(table, keys.member("").pk)).map((item) => readItem(memberSchema, item)),
    put: async (member) => {
      await table.put({ ...member, ...keys.member(member.id) });
    },
    remove: (id) => table.remove(keys.member(id)),
  };
}
