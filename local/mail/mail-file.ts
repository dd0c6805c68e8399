import { open } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Instant } from "#core/time/instant.ts";
import { openJournal, readJournal } from "#local/journal.ts";
import { mailSchema, type StoredMail } from "./mail.ts";

/** What is held in memory of a mail; the rest stays in its file. */
export interface MailHead {
  readonly id: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly fate: StoredMail["fate"];
  readonly sentAt: Instant;
}

/** Every mail SES accepted, in an append-only file. */
export interface MailFile {
  /** Keeps a mail; done when it is safe. */
  keep(mail: StoredMail): Promise<void>;
  /** Notes that a mail's events have been handed on. */
  told(id: string): Promise<void>;
  /** Mails whose events a killed process may not have handed on. */
  untold(): readonly string[];
  heads(): readonly MailHead[];
  find(id: string): Promise<StoredMail | undefined>;
  close(): Promise<void>;
}

const recordSchema = z.union([z.object({ mail: mailSchema }), z.object({ told: z.string() })]);

export async function openMailFile(folder: string): Promise<MailFile> {
  const path = join(folder, "mailbox.jsonl");
  const heads: MailHead[] = [];
  const places = new Map<string, { readonly offset: number; readonly length: number }>();
  const untold = new Set<string>();
  for (const { record, ...place } of await readJournal(path)) {
    const read = recordSchema.parse(record);
    if ("told" in read) untold.delete(read.told);
    else {
      heads.push(headOf(read.mail));
      places.set(read.mail.id, place);
      untold.add(read.mail.id);
    }
  }
  const journal = await openJournal(path);
  const reader = await open(path, "r");
  return {
    keep: async (mail) => {
      places.set(mail.id, await journal.append({ mail }));
      heads.push(headOf(mail));
      untold.add(mail.id);
    },
    told: async (id) => {
      await journal.append({ told: id });
      untold.delete(id);
    },
    untold: () => [...untold],
    heads: () => heads,
    find: async (id) => {
      const place = places.get(id);
      if (place === undefined) return undefined;
      const line = Buffer.alloc(place.length);
      await reader.read(line, 0, place.length, place.offset);
      return z.object({ mail: mailSchema }).parse(JSON.parse(line.toString("utf8"))).mail;
    },
    close: async () => {
      await journal.close();
      await reader.close();
    },
  };
}

function headOf({ id, to, from, subject, fate, sentAt }: StoredMail): MailHead {
  return { id, to, from, subject, fate, sentAt };
}
