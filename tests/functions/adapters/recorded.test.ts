import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { suppressionSchema } from "#core/address/suppression.ts";
import { enrollmentSchema } from "#core/enrollment/enrollment.ts";
import { messageSchema } from "#core/message/message.ts";
import { personSchema } from "#core/person/person.ts";
import { sourceSchema } from "#core/source/source.ts";
import { submissionSchema } from "#core/submission/submission.ts";
import { entrySchema } from "#core/timeline/entry.ts";
import { readItem } from "#functions/adapters/dynamo/table-access.ts";

/**
 * Items as they were stored, one folder for each shape that ever was. To record a new set: play tests/e2e/story.test.ts,
 * read the items with `aws dynamodb get-item` against the local engine, and keep them, unmarshalled, under the month's name.
 */
const folder = join(import.meta.dirname, "recorded");

const nouns: Readonly<Record<string, z.ZodType>> = {
  person: personSchema,
  enrollment: enrollmentSchema,
  message: messageSchema,
  entry: entrySchema,
  submission: submissionSchema,
  suppression: suppressionSchema,
  source: sourceSchema,
};

const recorded = readdirSync(folder).flatMap((month) => readdirSync(join(folder, month)).map((file) => ({ month, file })));

describe("records of earlier versions", () => {
  it("are there for every noun that is stored", () => {
    expect(new Set(recorded.map(({ file }) => file.replace(".json", "")))).toEqual(new Set(Object.keys(nouns)));
  });

  it.each(recorded)("still read: $file of $month", ({ month, file }) => {
    const schema = nouns[file.replace(".json", "")];
    const item: unknown = JSON.parse(readFileSync(join(folder, month, file), "utf8"));
    if (schema === undefined || typeof item !== "object" || item === null) throw new Error(`${file} is of no known noun`);

    const read = readItem(schema, { ...item });

    expect(item).toMatchObject(JSON.parse(JSON.stringify(read)));
  });
});
