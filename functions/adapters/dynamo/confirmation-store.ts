import { confirmationSchema } from "#core/consent/confirmation.ts";
import { consentEventSchema } from "#core/consent/consent-event.ts";
import type { ConfirmationStore, ConsentStore } from "#core/ports/consent-store.ts";
import { dueAttributes, keys } from "./table.ts";
import { absent, readItem, type TableAccess } from "./table-access.ts";

export function confirmationStore(table: TableAccess): ConfirmationStore {
  return {
    find: async (personId) => {
      const item = await table.get(keys.confirmation(personId), { consistent: true });
      return item === undefined ? undefined : readItem(confirmationSchema, item);
    },
    save: (confirmation) => {
      const key = keys.confirmation(confirmation.personId);
      const due = dueAttributes(key.pk, { dueAt: confirmation.dueAt, parked: confirmation.status === "parked" });
      const condition = confirmation.rev === 1 ? absent : { expression: "rev = :before", values: { ":before": confirmation.rev - 1 } };
      return table.put({ ...confirmation, ...key, ...due }, condition);
    },
  };
}

export function consentStore(table: TableAccess): ConsentStore {
  return {
    record: (events) => table.putAll(events.map((event) => ({ ...event, ...keys.consentEvent(event.personId, event.id) }))),
    history: async (personId) => {
      const events = [];
      let after: Readonly<Record<string, unknown>> | undefined;
      do {
        const { items, last } = await table.query({
          KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
          values: { ":pk": personId, ":from": keys.consentRange.from, ":to": keys.consentRange.to },
          ConsistentRead: true,
          after,
        });
        events.push(...items.map((item) => readItem(consentEventSchema, item)));
        after = last;
      } while (after !== undefined);
      return events;
    },
  };
}
