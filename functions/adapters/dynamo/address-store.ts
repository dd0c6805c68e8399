import * as z from "zod";
import { suppressionSchema } from "#core/address/suppression.ts";
import type { AddressRecord, AddressStore } from "#core/ports/address-store.ts";
import { hashOfKey, isPersonKey, keys } from "./table.ts";
import { absent, type Item, readItem, type TableAccess } from "./table-access.ts";

const personKey = z.string().refine(isPersonKey);
const bindingSchema = z.object({ sk: z.literal("person"), personId: personKey, as: personKey.optional() });

export function addressStore(table: TableAccess): AddressStore {
  return {
    find: async (addressHash) => {
      // Consistent: this is what stands between a suppressed address and a mail.
      const { items } = await table.query({
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :person AND :suppression",
        values: { ":pk": keys.address(addressHash).pk, ":person": keys.address("").sk, ":suppression": keys.suppression("").sk },
        ConsistentRead: true,
      });
      return recordOf(items);
    },
    findAll: async (addressHashes) => {
      const hashes = [...new Set(addressHashes)];
      const items = await table.getAll(
        hashes.flatMap((hash) => [keys.address(hash), keys.suppression(hash)]),
        { consistent: true },
      );
      const byAddress = new Map<string, Item[]>();
      for (const item of items) {
        const hash = hashOfKey(String(item["pk"]));
        byAddress.set(hash, [...(byAddress.get(hash) ?? []), item]);
      }
      return new Map(hashes.map((hash) => [hash, recordOf(byAddress.get(hash) ?? [])]));
    },
    suppressions: async (addressHashes) => {
      const items = await table.getAll([...new Set(addressHashes)].map(keys.suppression), { consistent: true });
      return new Map(items.map((item) => [hashOfKey(String(item["pk"])), readItem(suppressionSchema, item)]));
    },
    lead: async (addressHash, to, from) => {
      await table.put(
        { ...keys.address(addressHash), ...to },
        { expression: "personId IN (:from, :to)", values: { ":from": from, ":to": to.personId } },
      );
    },
    release: (hash) => table.remove(keys.address(hash)),
    claim: async (addressHash, personId) => {
      const key = keys.address(addressHash);
      if ((await table.put({ ...key, personId }, absent)) === "saved") return personId;
      const winner = await table.get(key, { consistent: true });
      return winner === undefined ? personId : bindingSchema.parse(winner).personId;
    },
    welcomeBack: async (addressHash, at) => {
      await table.removeIf(keys.suppression(addressHash), {
        expression: "reason = :unsubscribed AND #at < :at",
        names: { "#at": "at" },
        values: { ":unsubscribed": "unsubscribed", ":at": at },
      });
    },
    suppress: async (addressHash, suppression) => {
      await table.put({ ...keys.suppression(addressHash), ...suppression }, absent);
    },
  };
}

/** What the items under an address's key say: whose it is, and whether it may be written to. */
function recordOf(items: readonly Item[]): AddressRecord {
  const bound = items.find((item) => item["sk"] === "person");
  const binding = bound === undefined ? undefined : bindingSchema.parse(bound);
  const suppression = items.find((item) => item["sk"] === "suppression");
  return {
    personId: binding?.personId,
    ...(binding?.as === undefined ? {} : { as: binding.as }),
    suppression: suppression === undefined ? undefined : readItem(suppressionSchema, suppression),
  };
}
