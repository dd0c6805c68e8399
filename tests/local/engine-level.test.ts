import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EngineLevel } from "#local/dynamo/engine-level.mjs";

describe("the embedded engine's LevelDB", () => {
  let folder = "";
  let level: EngineLevel;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "relance-level-"));
    level = new EngineLevel(folder, { valueEncoding: "json" });
  });
  afterEach(async () => {
    await level.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("writes what is asked for at once in the order in which it was asked for", async () => {
    await Promise.all([
      level.put("a", 1),
      level.batch([
        { type: "put", key: "a", value: 2 },
        { type: "put", key: "b", value: 2 },
      ]),
      level.del("b"),
      level.put("c", 3),
    ]);

    expect(await Promise.all(["a", "b", "c"].map((key) => level.get(key)))).toEqual([2, undefined, 3]);
  });

  it("has on the disk what it has answered for, and all that was asked for meanwhile", async () => {
    const writes = Array.from({ length: 500 }, async (_, place) => {
      await level.put(`k${place}`, place);
      return place;
    });
    await writes[0];
    await Promise.all(writes);
    await level.close();
    level = new EngineLevel(folder, { valueEncoding: "json" });

    expect(await Promise.all([0, 1, 499].map((place) => level.get(`k${place}`)))).toEqual([0, 1, 499]);
  });

  it("answers a table's declaration as it was last written", async () => {
    await level.put("table~relance", { TableStatus: "CREATING" });
    expect(await level.get("table~relance")).toEqual({ TableStatus: "CREATING" });
    await level.put("table~relance", { TableStatus: "ACTIVE" });
    expect(await level.get("table~relance")).toEqual({ TableStatus: "ACTIVE" });
  });

  it("holds on to no list that was read to its end, or let go of", async () => {
    await Promise.all([level.put("a", 1), level.put("b", 2), level.put("c", 3)]);
    const [all, some] = [level.values({}), level.values({ gte: "b" })];
    expect(level.reading).toBe(2);

    expect([await all.next(), await all.next(), await all.next(), await all.next()]).toEqual([1, 2, 3, undefined]);
    expect(level.reading).toBe(1);
    expect(await some.next()).toBe(2);
    await some.return();
    expect(level.reading).toBe(0);
    expect(await some.next(), "whoever still reads is at the end").toBeUndefined();
  });

  it("tells whoever asks after its end, and opens nothing again", async () => {
    await level.close();

    await expect(level.get("a")).rejects.toMatchObject({ code: "LEVEL_DATABASE_NOT_OPEN" });
    await expect(level.put("a", 1)).rejects.toMatchObject({ code: "LEVEL_DATABASE_NOT_OPEN" });
    await expect(level.del("a")).rejects.toMatchObject({ code: "LEVEL_DATABASE_NOT_OPEN" });
  });
});
