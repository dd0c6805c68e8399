import type { PersonId } from "#core/id/id.ts";
import { type Item, type TableAccess } from "./table-access.ts";

/** Removes every item under a person's key; the person themselves last, so that a try that died can be made again. */
export async function erasePerson(table: TableAccess, id: PersonId): Promise<void> {
  let after: Item | undefined;
  do {
    const { items, last } = await table.query({
      KeyConditionExpression: "pk = :pk",
      values: { ":pk": id },
      ProjectionExpression: "pk, sk",
      ScanIndexForward: false,
      after,
    });
    // Timelines sort after `#person`: read backwards, they go first.
    for (const item of items) await table.remove({ pk: id, sk: String(item["sk"]) });
    after = last;
  } while (after !== undefined);
}
