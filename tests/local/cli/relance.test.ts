import * as z from "zod";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { relance } from "#local/cli/relance.ts";
import { startCommand, type StartedCommand } from "#tests/e2e/start-command.ts";

describe("the command line, against a running base", () => {
  let folder: string;
  let base: StartedCommand;
  let environment: Record<string, string>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "relance-cli-"));
    base = await startCommand(folder);
    environment = { RELANCE_DATA: folder, PORT: new URL(base.url).port };
  });
  afterAll(async () => {
    await base.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (...words: string[]) => {
    const out: string[] = [];
    const said: string[] = [];
    const code = await relance(words, environment, {
      out: (line) => out.push(line),
      say: (line) => said.push(line),
      progress: () => undefined,
    });
    return { code, out: out.join("\n"), said: said.join("\n") };
  };
  const file = (name: string, text: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it("tries a French list out, brings it in, and takes everybody out again, harmless to spreadsheets", async () => {
    const list = file(
      "liste.csv",
      Buffer.from('Courriel;Prénom;Société\r\nzoe@example.com;Zoé;=HYPERLINK("x")\r\npaul@example.com;Paul;Garage\r\n', "latin1"),
    );

    const tried = await run("import", list, "--basis", "legitimate-interest", "--dry-run");
    expect(tried).toMatchObject({ code: 0, out: expect.stringContaining("2 would be created") });
    const done = await run("import", list, "--basis", "legitimate-interest", "--json");
    expect(JSON.parse(done.out)).toMatchObject({ state: "done", created: 2, encoding: "windows-1252", delimiter: ";" });
    const out = join(folder, "out.csv");
    expect(await run("export", "--out", out)).toMatchObject({ code: 0 });

    const exported = readFileSync(out, "utf8");
    expect(exported).toContain("zoe@example.com,Zoé");
    expect(exported).not.toMatch(/[,\n]"?=HYPERLINK/);
  });

  it("writes the proof of somebody's consent, as a page or as data, and says where nobody has the address", async () => {
    const [page, data] = [join(folder, "proof.html"), join(folder, "proof.json")];

    expect(await run("proof", "zoe@example.com", "--out", page)).toMatchObject({ code: 0 });
    expect(await run("proof", "zoe@example.com", "--out", data)).toMatchObject({ code: 0 });
    expect(await run("proof", "nobody@example.com", "--out", page)).toMatchObject({ code: 1, said: expect.stringContaining("Nobody") });

    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>/);
    expect(JSON.parse(readFileSync(data, "utf8"))).toMatchObject({
      format: "relance-consent-proof/1",
      events: [{ act: "given", basis: "legitimate-interest" }],
    });
  });

  it("says which rows were refused and why, and ends with 1", async () => {
    const refused = await run("import", file("bad.csv", "email\nno address\n"), "--basis", "none");

    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining("1 refused"), said: expect.stringContaining("line 2") });
  });

  it("makes a source and lists it", async () => {
    const made = await run("sources", "add", "--kind", "json", "--name", "Boutique");

    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^http.*\/hooks\/src_/) });
    expect((await run("sources")).out).toContain("Boutique");
  });

  it("looks after a source: what came, another address or secret, off, on and away", async () => {
    const address = (await run("sources", "add", "--kind", "json", "--name", "Fair")).out.trim();
    const id = /src_\w+/.exec(address)?.[0] ?? "";
    const deliver = async (to: string, body: string) =>
      (await fetch(to, { method: "POST", body, headers: { "content-type": "application/json" } })).status;
    await deliver(address, '{"id":"1","email":"lea@example.com"}');
    await deliver(address, '{"id":"2","note":"nobody"}');

    expect((await run("sources", "submissions", id)).out).toMatch(/processed\tlea@example.com/);
    expect((await run("sources", "submissions", id, "--status", "quarantined")).out.trim().split("\n")).toHaveLength(1);
    expect(await run("sources", "replay", id)).toMatchObject({ code: 1, out: expect.stringContaining("1 still unreadable") });

    const moved = (await run("sources", "rotate", id, "--keep-days", "0")).out.trim();
    expect(await deliver(address, '{"id":"3","email":"lea@example.com"}')).toBe(401);
    expect(await deliver(moved, '{"id":"3","email":"lea@example.com"}')).toBe(200);
    expect((await run("sources", "disable", id)).out).toContain("disabled");
    expect(await deliver(moved, '{"id":"4","email":"lea@example.com"}')).toBe(404);
    expect((await run("sources", "enable", id)).out).not.toContain("disabled");
    expect(await run("sources", "remove", id)).toMatchObject({ code: 0 });
    expect(await run("sources", "show", id)).toMatchObject({ code: 1, said: expect.stringContaining("No source") });

    const signed = (await run("sources", "add", "--kind", "tally", "--name", "Tally", "--secret", "first-secret", "--json")).out;
    const rotated = await run("sources", "rotate", z.object({ id: z.string() }).parse(JSON.parse(signed)).id);
    expect(rotated.out).toMatch(/^whsec_/);
    expect((await run("sources", "kinds")).out).toContain("typeform\tTypeform");
  });

  it.each([
    [["import", "x.csv"], 2, "--basis"],
    [["sources", "disable"], 2, "Say which source"],
    [["sources", "fly", "src_1"], 2, "There are: list"],
    [["sources", "add", "--kind", "json"], 2, "--name"],
    [["import", "/no/such/file.csv", "--basis", "none"], 2, "no file"],
    [["export"], 2, "--out"],
    [["fly"], 2, "no command"],
    [["sources", "--fly"], 2, "--fly"],
  ])("says what it did not understand: %j", async (words, code, said) => {
    const answer = await run(...words);

    expect(answer.code).toBe(code);
    expect(answer.said).toContain(said);
  });

  it("says that no base answers, and that a token does not let it in", async () => {
    environment = { ...environment, RELANCE_TOKEN: "wrong" };
    expect(await run("sources")).toMatchObject({ code: 3, said: expect.stringContaining("RELANCE_TOKEN") });
    environment = { RELANCE_URL: "http://127.0.0.1:9", RELANCE_TOKEN: "x" };
    expect(await run("sources")).toMatchObject({ code: 3, said: expect.stringContaining("does not answer") });
  });
});
