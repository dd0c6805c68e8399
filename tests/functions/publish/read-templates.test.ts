import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readTemplates } from "#functions/publish/read-templates.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "relance-templates-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("reads the files of a folder by their paths, and passes over what editors leave behind", async () => {
  await mkdir(join(folder, "emails"));
  await writeFile(join(folder, "settings.yaml"), "a: é");
  await writeFile(join(folder, "emails", "hello.fr.mjml"), "<mjml>");
  for (const leftover of [".settings.yaml.swp", "settings.yaml~", ".hidden.yaml", "notes.txt"])
    await writeFile(join(folder, leftover), "x");

  expect(await readTemplates(folder)).toEqual({ "settings.yaml": "a: é", "emails/hello.fr.mjml": "<mjml>" });
});
