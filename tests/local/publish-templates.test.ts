import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type StartedLocal, startLocal } from "./start-local.ts";

const said: string[] = [];
let templates: string;
let relance: StartedLocal;
beforeAll(async () => {
  templates = await mkdtemp(join(tmpdir(), "relance-templates-"));
  await cp("templates", templates, { recursive: true });
  const hear = (line: string): void => void said.push(line);
  relance = await startLocal({ templates, watch: true, terminal: { say: hear, warn: hear } });
});
afterAll(async () => {
  await relance.stop();
  await rm(templates, { recursive: true });
});

const settings = () => relance.stores.definitions.current("settings");

describe("the marketers' files", () => {
  it("are published at the start", async () => {
    expect((await settings()).map(({ version }) => version)).toEqual([1]);
    expect(said[0]).toMatch(/^Published settings v1, person v1, form demo v1/);
  });

  it("are published again when one is changed, as a new version of that one alone", async () => {
    const path = join(templates, "settings.yaml");
    await writeFile(path, `${await readFile(path, "utf8")}\n# changed\n`);

    await vi.waitFor(() => expect(said.at(-1)).toBe("Published settings v2."), { timeout: 20_000 });
    expect((await settings()).map(({ version }) => version)).toEqual([2]);
  });

  it("stay as they were when one is wrong, and it is said where and how to mend it", async () => {
    await writeFile(join(templates, "settings.yaml"), "company: 3\n");

    await vi.waitFor(() => expect(said.join("\n")).toContain(`Nothing of ${templates}/ is published`), { timeout: 20_000 });
    await vi.waitFor(() => expect(said.join("\n")).toMatch(/\/settings\.yaml:1:\d+ \(company\): .+\. To mend it: .+\./), {
      timeout: 20_000,
    });
    expect((await settings()).map(({ version }) => version)).toEqual([2]);
  });
});
