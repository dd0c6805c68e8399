import { type Enrollment, enrollmentSchema } from "#core/enrollment/enrollment.ts";
import type { PersonId } from "#core/id/id.ts";
import type { EnrollmentStore } from "#core/ports/enrollment-store.ts";
import type { Instant } from "#core/time/instant.ts";
import { dueAttributes, keys } from "./table.ts";
import { absent, readItem, type TableAccess } from "./table-access.ts";

/** Fields that a save may take away. */
const removable = ["dueAt", "endedAt", "ending", "endedBy", "problem", "moved", "stood", "resumed"] as const;

export function enrollmentStore(table: TableAccess): EnrollmentStore {
  return {
    find: async (personId, sequence) => {
      const item = await table.get(keys.enrollment(personId, sequence), { consistent: true });
      return item === undefined ? undefined : readItem(enrollmentSchema, item);
    },
    start: (enrollment) => {
      const item = enrollmentItem(enrollment);
      if (enrollment.run === 1) return table.put(item, absent);
      return table.put(item, {
        expression: "#run = :before AND #status = :ended",
        names: { "#run": "run", "#status": "status" },
        values: { ":before": enrollment.run - 1, ":ended": "ended" },
      });
    },
    save: async (enrollment) => {
      const { personId, sequence, signals, ...fields } = enrollment;
      const due = dueOf(enrollment);
      const gone = [...removable.filter((field) => enrollment[field] === undefined), ...(due.ds === undefined ? ["ds", "du"] : [])];
      const updated = await table.update(
        keys.enrollment(personId, sequence),
        {
          set: {
            ...present(fields),
            ...due,
            "signals.sent": signals.sent,
            ...(signals.lastSentAt === undefined ? {} : { "signals.lastSentAt": signals.lastSentAt }),
          },
          remove: gone,
        },
        { expression: "#rev = :before", names: { "#rev": "rev" }, values: { ":before": enrollment.rev - 1 } },
      );
      return updated.kind === "updated" ? "saved" : "conflict";
    },
    place: (enrollment, from) =>
      // One that ended here is replaced, but not this very one: it may have been placed here before, and have come to its end.
      table.put(enrollmentItem(enrollment), {
        expression: "attribute_not_exists(pk) OR (#status = :ended AND (#id <> :id OR #moved.#to = :from))",
        names: { "#status": "status", "#id": "id", "#moved": "moved", "#to": "to" },
        values: { ":ended": "ended", ":id": enrollment.id, ":from": from },
      }),
    remove: async (personId, sequence, id) => {
      await table.removeIf(keys.enrollment(personId, sequence), {
        expression: "#id = :id AND #status = :ended",
        names: { "#id": "id", "#status": "status" },
        values: { ":id": id, ":ended": "ended" },
      });
    },
    signal: async (personId, sequence, enrollmentId, signal, at) => {
      const noted = await note(personId, sequence, enrollmentId, signal, at);
      const moved = noted.kind === "updated" ? enrollmentSchema.shape.moved.safeParse(noted.item["moved"]).data : undefined;
      if (moved !== undefined) await note(moved.to, sequence, enrollmentId, signal, at);
    },
  };

  function note(personId: PersonId, sequence: string, enrollmentId: string, signal: string, at: Instant) {
    return table.update(
      keys.enrollment(personId, sequence),
      { set: { [`signals.${signal}`]: at } },
      {
        expression: `#id = :id AND attribute_not_exists(#signals.#${signal})`,
        names: { "#id": "id", "#signals": "signals" },
        values: { ":id": enrollmentId },
      },
    );
  }
}

/** A run as an item of the table. */
export function enrollmentItem(enrollment: Enrollment) {
  return { ...enrollment, ...keys.enrollment(enrollment.personId, enrollment.sequence), ...dueOf(enrollment) };
}

function dueOf(enrollment: Enrollment): ReturnType<typeof dueAttributes> {
  return dueAttributes(enrollment.personId, { dueAt: enrollment.dueAt, parked: enrollment.status === "parked" });
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
