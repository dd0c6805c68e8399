import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { apiSchemaPath, generateApiSchema } from "#local/client/generate-api-schema.ts";

it("has the API's client typed from the routes as they are: else run `npm run client`", async () => {
  const lines = (text: string): readonly string[] =>
    text
      .split("\n")
      .map((line) => line.replaceAll(/[\s;,]+/g, ""))
      .filter((line) => line !== "");
  const stored = new Set(lines(await readFile(apiSchemaPath, "utf8")));
  const asTheyAre = new Set(lines(await generateApiSchema()));

  expect([...asTheyAre].filter((line) => !stored.has(line))).toEqual([]);
  expect([...stored].filter((line) => !asTheyAre.has(line))).toEqual([]);
});
