import { enrollmentSchema } from "#core/enrollment/enrollment.ts";
import { type Person, personSchema } from "#core/person/person.ts";
import type { PersonStore } from "#core/ports/person-store.ts";
import { rankOf } from "#core/score/rank.ts";
import { erasePerson } from "./erase-person.ts";
import { listAttributes, listedPeople } from "./listed-people.ts";
import { rowAttribute } from "./person-rows.ts";
import { rankHeads } from "./rank-heads.ts";
import { rankedPeople, rankList } from "./ranked-people.ts";
import { dueAttributes, keys } from "./table.ts";
import { absent, readItem, type TableAccess } from "./table-access.ts";

export function personStore(table: TableAccess): PersonStore {
  const heads = rankHeads(table);
  return {
    dossier: async (id) => {
      const { items } = await table.query({
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
        values: { ":pk": id, ":from": keys.dossier.from, ":to": keys.dossier.to },
        ConsistentRead: true,
      });
      const person = items.find((item) => item["sk"] === "#person");
      if (person === undefined) return undefined;
      return {
        person: readItem(personSchema, person),
        enrollments: items.filter((item) => item !== person).map((item) => readItem(enrollmentSchema, item)),
      };
    },
    briefs: async (rows) => {
      const wanted = rows.flatMap(({ personId, sequence }) => [keys.person(personId), keys.enrollment(personId, sequence)]);
      const unique = [...new Map(wanted.map((key) => [`${key.pk}|${key.sk}`, key])).values()];
      const found = new Map((await table.getAll(unique)).map((item) => [`${String(item["pk"])}|${String(item["sk"])}`, item]));
      return rows.flatMap(({ personId, sequence }) => {
        const person = found.get(`${personId}|${keys.person(personId).sk}`);
        const run = found.get(`${personId}|${keys.enrollment(personId, sequence).sk}`);
        if (person === undefined || run === undefined) return [];
        return [{ person: readItem(personSchema, person), enrollment: readItem(enrollmentSchema, run) }];
      });
    },
    create: async (person) => {
      await heads.raise(rankOf(person.score));
      return table.put(personItem(person), absent);
    },
    save: async (person) => {
      await heads.raise(rankOf(person.score));
      return table.put(personItem(person), { expression: "rev = :before", values: { ":before": person.rev - 1 } });
    },
    several: async (ids, options) => {
      const found = new Map((await table.getAll([...new Set(ids)].map(keys.person), options)).map((item) => [item["pk"], item]));
      return ids.flatMap((id) => {
        const item = found.get(id);
        return item === undefined ? [] : [readItem(personSchema, item)];
      });
    },
    listed: (list, page) => listedPeople(table, list, page),
    erase: (id) => erasePerson(table, id),
    ranked: (page) => rankedPeople(table, page),
  };
}

/** A person as an item of the table. */
export function personItem(person: Person) {
  const key = keys.person(person.id);
  // Whoever was merged into somebody else stands in no list, and waits for nothing.
  if (person.mergedInto !== undefined) return { ...person, ...key };
  const rank = rankOf(person.score);
  return {
    ...person,
    ...key,
    ...dueAttributes(key.pk, { dueAt: person.reviewAt }),
    lk: rankList(rank.step),
    ls: `${rank.key}#${person.id}`,
    ...listAttributes(person),
    ...rowAttribute(person),
  };
}
