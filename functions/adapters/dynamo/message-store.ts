import { type Message, messageSchema } from "#core/message/message.ts";
import type { MessageStore } from "#core/ports/message-store.ts";
import { keys } from "./table.ts";
import { absent, readItem, type TableAccess, type WriteCondition } from "./table-access.ts";

/** A mail of which more clicks than this are known says nothing new with one more. */
const mostClicks = 20;

export function messageStore(table: TableAccess): MessageStore {
  const keyOf = (message: Pick<Message, "personId" | "id">) => keys.timeline(message.personId, message.id);
  return {
    claim: async (message) => {
      const key = keyOf(message);
      if ((await table.put({ ...message, ...key, item: "message" }, absent)) === "saved") return { kind: "claimed" };
      const standing = await table.get(key, { consistent: true });
      return standing === undefined ? { kind: "claimed" } : { kind: "taken", by: readItem(messageSchema, standing) };
    },
    find: async (personId, id, options) => {
      const item = await table.get(keys.timeline(personId, id), { consistent: options?.stale !== true });
      return item === undefined ? undefined : readItem(messageSchema, item);
    },
    reclaim: async (message, claimedAt, claimUntil) => {
      const updated = await table.update(
        keyOf(message),
        { set: { state: "claimed", attempt: message.attempt + 1, claimedAt, claimUntil } },
        {
          expression: "attempt = :before AND #state IN (:claimed, :unsent, :uncertain)",
          names: { "#state": "state" },
          values: { ":before": message.attempt, ":claimed": "claimed", ":unsent": "unsent", ":uncertain": "uncertain" },
        },
      );
      return updated.kind === "updated" ? "saved" : "conflict";
    },
    update: async (personId, id, change) => {
      const updated = await table.update(keys.timeline(personId, id), { set: change.set }, conditionOf(change));
      return updated.kind === "updated" ? { kind: "updated", message: readItem(messageSchema, updated.item) } : { kind: "unchanged" };
    },
    unblock: async (personId, id) => {
      await table.removeIf(keys.timeline(personId, id), {
        expression: "#state = :refused AND #because.#code = :moved",
        names: { "#state": "state", "#because": "because", "#code": "code" },
        values: { ":refused": "refused", ":moved": "run-moved" },
      });
    },
    appendClick: async (personId, id, click) => {
      const updated = await table.update(
        keys.timeline(personId, id),
        { append: { clicks: click } },
        {
          expression: "attribute_exists(pk) AND (attribute_not_exists(#clicks) OR size(#clicks) < :most)",
          names: { "#clicks": "clicks" },
          values: { ":most": mostClicks },
        },
      );
      return updated.kind === "updated" ? readItem(messageSchema, updated.item) : undefined;
    },
  };
}

function conditionOf(change: Parameters<MessageStore["update"]>[2]): WriteCondition {
  const parts = ["attribute_exists(pk)"];
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  if (change.from !== undefined) {
    names["#state"] = "state";
    const states = change.from.map((state, index) => {
      values[`:from${index}`] = state;
      return `:from${index}`;
    });
    parts.push(`#state IN (${states.join(", ")})`);
  }
  if (change.unless !== undefined) {
    names["#unless"] = change.unless;
    parts.push("attribute_not_exists(#unless)");
  }
  return { expression: parts.join(" AND "), names, values };
}
