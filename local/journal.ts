import { mkdir, open, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** An append-only file of JSON lines. What was appended survives the death of the process: it is in the system's hands. */
export interface Journal {
  /** Appends one record; done when it is written. Answers where its line begins and how many bytes it has. */
  append(record: unknown): Promise<{ readonly offset: number; readonly length: number }>;
  close(): Promise<void>;
}

interface Waiting {
  readonly line: Buffer;
  readonly done: (place: { offset: number; length: number }) => void;
  readonly failed: (fault: unknown) => void;
}

/** Opens a journal for appending. Records that come while another is being written share the next write. */
export async function openJournal(path: string): Promise<Journal> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "a");
  let size = (await file.stat()).size;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await file.appendFile(Buffer.concat(batch.map(({ line }) => line)));
        for (const { line, done } of batch) {
          done({ offset: size, length: line.length });
          size += line.length;
        }
      } catch (fault) {
        for (const { failed } of batch) failed(fault);
      }
    }
    writing = undefined;
  };

  return {
    append: (record) =>
      new Promise((done, failed) => {
        waiting.push({ line: Buffer.from(`${JSON.stringify(record)}\n`), done, failed });
        writing ??= drain();
      }),
    close: async () => {
      await writing;
      await file.close();
    },
  };
}

/** One line of a journal, with its place in the file. */
export interface JournalLine {
  readonly record: unknown;
  readonly offset: number;
  readonly length: number;
}

/** Reads a journal. A last line that a killed process left half written is cut off: nobody was told that it stood. */
export async function readJournal(path: string): Promise<readonly JournalLine[]> {
  const bytes = await readFile(path).catch(emptyIfMissing);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) await writeWhole(path, bytes.subarray(0, whole));
  const lines: JournalLine[] = [];
  for (let offset = 0; offset < whole; ) {
    const end = bytes.indexOf(0x0a, offset) + 1;
    lines.push({ record: JSON.parse(bytes.toString("utf8", offset, end)), offset, length: end - offset });
    offset = end;
  }
  return lines;
}

/** Replaces a journal by these records, whole or not at all. */
export async function rewriteJournal(path: string, records: readonly unknown[]): Promise<void> {
  await writeWhole(path, Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join("")));
}

/** Writes a file so that a reader finds the old one or the new one, never a part. */
export async function writeWhole(path: string, bytes: Uint8Array | string, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, bytes, { mode });
  await rename(`${path}.new`, path);
}

function emptyIfMissing(thrown: unknown): Buffer {
  if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return Buffer.alloc(0);
  throw thrown;
}
