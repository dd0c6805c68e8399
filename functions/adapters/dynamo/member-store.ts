import { memberSchema } from "#core/access/member.ts";
import type { MemberStore } from "#core/ports/member-store.ts";
import { readPartition } from "./read-partition.ts";
import { keys } from "./table.ts";
import { absent, readItem, type TableAccess } from "./table-access.ts";

const there = { expression: "attribute_exists(pk)" };

export function memberStore(table: TableAccess): MemberStore {
  return {
    // A stale read would let in, for a moment, whoever was just removed.
    list: async () => (await readPartition(table, keys.member("").pk, { consistent: true })).map((item) => readItem(memberSchema, item)),
    add: (member) => table.put({ ...member, ...keys.member(member.id) }, absent),
    setRole: async (id, role) => {
      const updated = await table.update(keys.member(id), { set: { role } }, there);
      return updated.kind === "updated" ? "saved" : "conflict";
    },
    see: async (id, at) => {
      await table.update(keys.member(id), { set: { seenAt: at } }, there);
    },
    remove: (id) => table.remove(keys.member(id)),
  };
}
