import type { Item, TableAccess } from "./table-access.ts";

/** All items of a small partition, in the order of their sort keys. */
export async function readPartition(
  table: TableAccess,
  pk: string,
  { consistent }: { readonly consistent: boolean } = { consistent: false },
): Promise<readonly Item[]> {
  const found: Item[] = [];
  let after: Item | undefined;
  do {
    const { items, last } = await table.query({
      KeyConditionExpression: "pk = :pk",
      ConsistentRead: consistent,
      values: { ":pk": pk },
      after,
    });
    found.push(...items);
    after = last;
  } while (after !== undefined);
  return found;
}
