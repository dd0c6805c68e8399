import { describe, expect, it } from "vitest";
import { sourceKindNames } from "#core/source/kinds/kind-names.ts";
import { fetchingKinds } from "#core/source/kinds/fetching.ts";
import { sourceKinds } from "#core/source/kinds/registry.ts";
import { readDelivery } from "#core/source/read-delivery.ts";
import { answersIn, extractedIn } from "#tests/core/source/delivery.ts";
import { examples, readExample } from "./examples.ts";

describe("every kind of source", () => {
  it("has an example, and one name", () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(sourceKindNames));
    expect(sourceKinds.map(({ kind }) => kind)).toEqual(sourceKindNames);
    expect(new Set(fetchingKinds)).toEqual(new Set(sourceKinds.filter((kind) => "readFetched" in kind)));
    expect(new Set(sourceKindNames).size).toBe(sourceKindNames.length);
  });

  it.each(examples)("$kind tells who arrived, and what they said", (example) => {
    const extracted = extractedIn(readExample(example));
    expect(extracted).toMatchObject(example.tells);
    expect(answersIn(extracted)).toEqual(example.answers ?? {});
  });

  it.each(examples)("$kind gives the same event the same id", (example) => {
    expect(readExample(example)?.eventId).toBe(readExample(example)?.eventId);
    expect(readExample(example)?.eventId).toMatch(/\S/);
  });

  it.each(sourceKinds)("$kind says what to do, in both languages", ({ steps, secret, signatures, script, seen }) => {
    for (const { en, fr } of [...steps, ...(secret === undefined ? [] : [secret])]) {
      expect(en).not.toBe("");
      expect(fr).not.toBe("");
    }
    const told = steps.map(({ en, fr }) => en + fr).join(" ") + (script?.("{url}") ?? "");
    expect(told).toContain("{url}");
    expect(secret === undefined).toBe(signatures.length === 0);
    expect(seen.length).toBeGreaterThan(0);
  });

  it.each(sourceKinds)("$kind refuses what is not its own with field and remedy, or names who is missing", ({ kind }) => {
    for (const json of [null, [], "text", 3, {}, [[]], { data: [] }]) {
      for (const part of readDelivery({ kind }, { headers: {}, query: {}, body: new Uint8Array(), decoded: { kind: "json", json } })) {
        expect(["problem", "ignored"]).toContain(part.kind);
        if (part.kind === "problem") expect([part.field, part.problem, part.remedy].every((text) => text.length > 0)).toBe(true);
      }
    }
  });
});
