import { type Person, personSchema } from "#core/person/person.ts";
import { type PersonRow, personRowSchema, rowOf } from "#core/person/person-row.ts";
import { keys, personOfDue } from "./table.ts";
import { type Item, readItem, type TableAccess } from "./table-access.ts";

/** What stands in every list's index beside its keys. The id is the item's own key. */
export function rowAttribute(person: Person): { readonly row: Omit<PersonRow, "id"> } {
  const { id: _, ...row } = rowOf(person);
  return { row };
}

/** A person as a row of an index tells of them. */
export function readRow(item: Item): PersonRow {
  const row = item["row"];
  return personRowSchema.parse({ ...(typeof row === "object" ? row : {}), id: item["pk"] });
}

/** A page of an index as rows. Whoever was stored before indexes kept rows is read by their key; who is gone is left out. */
export async function readRows(table: TableAccess, items: readonly Item[]): Promise<readonly PersonRow[]> {
  const bare = items.filter((item) => item["row"] === undefined).map((item) => keys.person(personOfDue({ pk: String(item["pk"]) })));
  const people = new Map((bare.length === 0 ? [] : await table.getAll(bare)).map((item) => [item["pk"], readItem(personSchema, item)]));
  return items.flatMap((item) => {
    if (item["row"] !== undefined) return [readRow(item)];
    const person = people.get(item["pk"]);
    return person === undefined ? [] : [rowOf(person)];
  });
}
