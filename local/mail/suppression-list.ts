import { join } from "node:path";
import { readFile } from "node:fs/promises";
import * as z from "zod";
import type { Instant } from "#core/time/instant.ts";
import { writeWhole } from "#local/journal.ts";

const listSchema = z.record(z.string(), z.object({ reason: z.enum(["BOUNCE", "COMPLAINT"]), at: z.number() }));
export type SuppressionReason = "BOUNCE" | "COMPLAINT";

/** SES's account-level suppression list: addresses it accepts mail for and does not deliver to. */
export interface SuppressionList {
  find(address: string): { readonly reason: SuppressionReason; readonly at: Instant } | undefined;
  list(): readonly { readonly address: string; readonly reason: SuppressionReason; readonly at: Instant }[];
  add(address: string, reason: SuppressionReason, at: Instant): Promise<void>;
  remove(address: string): Promise<boolean>;
}

export async function openSuppressionList(folder: string): Promise<SuppressionList> {
  const path = join(folder, "ses-suppression.json");
  const list = new Map(Object.entries(await read(path)));
  let writing = Promise.resolve();
  const store = (): Promise<void> => {
    writing = writing.then(() => writeWhole(path, `${JSON.stringify(Object.fromEntries(list), null, 2)}\n`));
    return writing;
  };
  return {
    find: (address) => list.get(address.toLowerCase()),
    list: () => [...list].map(([address, entry]) => ({ address, ...entry })),
    add: async (address, reason, at) => {
      list.set(address.toLowerCase(), { reason, at });
      await store();
    },
    remove: async (address) => {
      const removed = list.delete(address.toLowerCase());
      if (removed) await store();
      return removed;
    },
  };
}

async function read(path: string): Promise<z.infer<typeof listSchema>> {
  const text = await readFile(path, "utf8").catch((thrown: unknown) => {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return "{}";
    throw thrown;
  });
  return listSchema.parse(JSON.parse(text));
}
