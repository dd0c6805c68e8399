import { describe, expect, it } from "vitest";
import { createSource, type SourceRequest } from "#core/source/create-source.ts";
import { newId } from "#core/id/id.ts";

const id = newId("source", 0, new Uint8Array(10));
const create = (request: Partial<SourceRequest>) => createSource({ kind: "json", name: "Boutique", basis: "consent", ...request }, id, 5);

describe("making a source", () => {
  it("keeps what was asked for", () => {
    expect(create({ secret: "lumen-secret", mapping: { email: "data.email" } })).toEqual({
      kind: "source",
      source: {
        id,
        kind: "json",
        name: "Boutique",
        secrets: ["lumen-secret"],
        mapping: { email: "data.email" },
        basis: "consent",
        createdAt: 5,
      },
    });
  });

  it("needs neither a secret nor a mapping", () => {
    expect(create({})).toMatchObject({ kind: "source", source: { secrets: [] } });
  });

  it.each([
    [{ mapping: { email: "data..email" } }, "mapping.email"],
    [{ mapping: { firstName: "name" } }, "mapping.email"],
    [{ mapping: { email: "email", "utm.sauce": "x" } }, "mapping.utm.sauce"],
    [{ mapping: { email: "email", "purchase.total": "x" } }, "mapping.purchase.total"],
  ])("refuses %j, naming %s", (request, field) => {
    expect(create(request)).toMatchObject({ kind: "problem", field });
  });

  it("lets a Typeform mapping name questions by any text, and leave the address to its own type", () => {
    expect(create({ kind: "typeform", mapping: { company: "Votre entreprise ?" } }).kind).toBe("source");
  });
});
