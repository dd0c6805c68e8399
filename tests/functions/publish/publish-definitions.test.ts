import { describe, expect, it } from "vitest";
import { publishDefinitions } from "#functions/publish/publish-definitions.ts";
import { shippedFiles } from "#tests/core/definition/shipped-files.ts";
import { definitionsInMemory } from "./definitions-in-memory.ts";

const now = 1_795_420_800_000;
const mail = "emails/demo-5-au-revoir.fr.mjml";

async function publish(store: ReturnType<typeof definitionsInMemory>, files = shippedFiles(), note?: string) {
  const result = await publishDefinitions({ store, files, now, ...(note === undefined ? {} : { note }) });
  if (result.kind === "problems") throw new Error(JSON.stringify(result.problems));
  return result.published;
}

describe("publishing", () => {
  it("makes a first version of everything, with its source and what it was compiled to", async () => {
    const store = definitionsInMemory();

    const published = await publish(store, shippedFiles(), "the first");

    expect(published.every(({ version, changed }) => version === 1 && changed)).toBe(true);
    expect(await store.version("email", "demo-5-au-revoir", 1)).toMatchObject({
      publishedAt: now,
      note: "the first",
      source: { [mail]: shippedFiles()[mail] },
      artefact: { email: "demo-5-au-revoir", variants: { fr: { html: expect.stringContaining("ses:no-track") } } },
    });
  });

  it("of the same files again changes nothing", async () => {
    const store = definitionsInMemory();
    await publish(store);
    const before = store.stored.size;

    const published = await publish(store);

    expect(published.some(({ changed }) => changed)).toBe(false);
    expect(store.stored.size).toBe(before);
  });

  it("makes a new version of what changed only, and keeps the one before", async () => {
    const store = definitionsInMemory();
    await publish(store);

    const published = await publish(store, shippedFiles({ [mail]: (text) => text.replace("Bien à vous", "À bientôt") }));

    expect(published.filter(({ changed }) => changed)).toEqual([{ kind: "email", name: "demo-5-au-revoir", version: 2, changed: true }]);
    expect((await store.version("email", "demo-5-au-revoir", 1))?.source[mail]).toContain("Bien à vous");
    expect((await store.version("email", "demo-5-au-revoir", 2))?.source[mail]).toContain("À bientôt");
  });

  it("with any problem publishes nothing at all", async () => {
    const store = definitionsInMemory();

    const result = await publishDefinitions({ store, files: shippedFiles({ "scoring.yaml": undefined }), now });

    expect(result).toMatchObject({ kind: "problems", problems: [{ file: "scoring.yaml" }] });
    expect(store.stored.size).toBe(0);
  });

  it("of the same files by several at once makes one version", async () => {
    const store = definitionsInMemory();

    const results = await Promise.all([publish(store), publish(store), publish(store)]);

    const changed = results.flat().filter((published) => published.changed && published.name === "demo-5-au-revoir");
    expect(changed).toHaveLength(1);
    expect([...store.stored.keys()].filter((key) => key.startsWith("email demo-5-au-revoir"))).toHaveLength(1);
  });

  it("of different files by several at once keeps each as a version, and points to the last", async () => {
    const store = definitionsInMemory();
    const words = ["À bientôt", "Au plaisir", "À un de ces jours"];

    await Promise.all(words.map((word) => publish(store, shippedFiles({ [mail]: (text) => text.replace("Bien à vous", word) }))));

    const kept = [...store.stored.values()].filter(({ name }) => name === "demo-5-au-revoir");
    expect(words.every((word) => kept.some(({ source }) => source[mail]?.includes(word)))).toBe(true);
    const current = (await store.current("email")).find(({ name }) => name === "demo-5-au-revoir");
    expect(current?.version).toBe(Math.max(...kept.map(({ version }) => version)));
  });

  it("goes on where one died between storing a version and pointing to it", async () => {
    const store = definitionsInMemory();
    await publish(store);
    const dead = await store.version("email", "demo-5-au-revoir", 1);
    if (dead === undefined) throw new Error("nothing was published");
    store.stored.set("email demo-5-au-revoir 2", { ...dead, version: 2, hash: "of one who died" });

    const published = await publish(store, shippedFiles({ [mail]: (text) => text.replace("Bien à vous", "À bientôt") }));

    expect(published.find(({ name }) => name === "demo-5-au-revoir")).toMatchObject({ version: 3, changed: true });
  });

  it("gives up, to be tried again, where others always come first", async () => {
    const store = { ...definitionsInMemory(), publish: async () => "conflict" as const };

    await expect(publishDefinitions({ store, files: shippedFiles(), now })).rejects.toMatchObject({ code: "publish-raced" });
  });
});
