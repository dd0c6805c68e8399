import { describe, expect, it } from "vitest";
import { personSchema } from "#core/person/person.ts";
import { absorb } from "#core/reaction/absorb.ts";
import { aProspect, tuesday } from "#tests/core/builders/a-person.ts";
import { judging } from "#tests/core/builders/example.ts";

describe("answers taken into a person’s record", () => {
  it("are kept whatever the fields are called, though every object has some of these names", () => {
    const attributes = JSON.parse('{"constructor": "a", "toString": "b", "valueOf": "c"}');

    const { person, changed } = absorb(
      aProspect(),
      { kind: "set", id: "set#1", at: tuesday, attributes, stage: undefined, by: "hand:lea" },
      judging,
    );

    expect(changed).toEqual(["constructor", "toString", "valueOf"]);
    expect(personSchema.parse(person).attributes).toMatchObject({
      constructor: { value: "a" },
      toString: { value: "b" },
      valueOf: { value: "c" },
    });
  });

  it("are of their attribute’s type", () => {
    const attributes = { need: "Un atelier ou un entrepôt" };

    const { person } = absorb(
      aProspect(),
      { kind: "set", id: "set#1", at: tuesday, attributes, stage: undefined, by: "hand:lea" },
      judging,
    );

    expect(person.attributes["need"]).toEqual({ value: "workshop", at: tuesday, from: "hand:lea" });
  });
});
