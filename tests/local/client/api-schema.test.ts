import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { apiSchemaPath, generateApiSchema } from "#local/client/generate-api-schema.ts";

it("has the API's client typed from the routes as they are: else run `npm run client`", async () => {
  const formatted = (text: string): string => text.replaceAll(/\s+/g, "").replaceAll(/[;,]/g, "");

  expect(formatted(await readFile(apiSchemaPath, "utf8"))).toBe(formatted(await generateApiSchema()));
});
