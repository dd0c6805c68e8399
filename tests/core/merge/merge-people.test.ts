import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashAddress } from "#core/address/hash-address.ts";
import { suppressionReasons } from "#core/address/suppression.ts";
import { keysVersion } from "#core/duplicate/likeness.ts";
import { deterministicId } from "#core/id/id.ts";
import { type Merging, mergePeople } from "#core/merge/merge-people.ts";
import { withoutMerge } from "#core/merge/undo-merge.ts";
import { type LawfulBasis, stands } from "#core/person/consent.ts";
import type { Person } from "#core/person/person.ts";
import { stages } from "#core/person/stage.ts";
import type { Fact } from "#core/reaction/fact.ts";
import { react } from "#core/reaction/react.ts";
import { totalLog2, valueAt, engagementHalfLife } from "#core/score/decay.ts";
import { anybody } from "#tests/core/person/anybody.ts";
import { conditions, morning, shipped, somebody } from "#tests/core/person/somebody.ts";

const judging = { ...shipped, scoringVersion: 1, conditions };
const merge = "mrg_01JDEMO0000000000000000000";

const anyBasis: fc.Arbitrary<LawfulBasis | undefined> = fc
  .option(
    fc.record({
      basis: fc.constantFrom("consent" as const, "legitimate-interest" as const),
      at: fc.integer({ min: 1, max: 1_000 }),
      withdrawnAt: fc.option(fc.integer({ min: 1_000, max: 2_000 }), { nil: undefined }),
    }),
    { nil: undefined },
  )
  .map((basis) => {
    if (basis === undefined) return undefined;
    const { withdrawnAt, ...rest } = basis;
    return { ...rest, source: "form:demo", ...(withdrawnAt === undefined ? {} : { withdrawnAt }) };
  });
const anySuppression = fc.option(fc.record({ reason: fc.constantFrom(...suppressionReasons), at: fc.integer({ min: 1, max: 9 }) }), {
  nil: undefined,
});

/** Somebody with an address of their own, and any consents, purchases and tags. */
function anyOf(name: string): fc.Arbitrary<Person> {
  return fc
    .record({
      person: anybody,
      marketing: anyBasis,
      measurement: anyBasis,
      suppressed: anySuppression,
      total: fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: undefined }),
      tags: fc.uniqueArray(fc.constantFrom("salon", "vip", "lyon"), { maxLength: 3 }),
    })
    .map(({ person, marketing, measurement, suppressed, total, tags }) => ({
      ...person,
      id: deterministicId("person", morning, name),
      email: `${name}@example.com`,
      addressHash: hashAddress(`${name}@example.com`),
      rev: 3,
      keyed: keysVersion,
      consent: { ...(marketing === undefined ? {} : { marketing }), ...(measurement === undefined ? {} : { measurement }) },
      ...(suppressed === undefined ? {} : { suppressed }),
      ...(total === undefined ? {} : { purchases: { count: 2, total, lastAt: morning } }),
      ...(tags.length === 0 ? {} : { tags }),
    }));
}

const merging = (other: Person, address: Merging["address"] = "kept"): Merging => ({
  merge,
  other,
  by: "Malik",
  address,
  until: morning + 1,
  suppressions: { kept: undefined, other: undefined },
});
const factOf = (other: Person, address: Merging["address"] = "kept"): Fact => ({
  kind: "merge",
  id: merge,
  at: morning,
  ...merging(other, address),
});
const anyAddress = fc.constantFrom("kept" as const, "other" as const);

describe("two people who are one", () => {
  it("never may be written to more freely than either", () => {
    fc.assert(
      fc.property(anyOf("anne"), anyOf("bea"), anyAddress, (kept, other, address) => {
        const merged = mergePeople(kept, merging(other, address), morning);

        for (const purpose of ["marketing", "measurement"] as const) {
          if (stands(merged.consent[purpose])) expect([kept, other].every((one) => stands(one.consent[purpose]))).toBe(true);
          if ([kept, other].some((one) => one.consent[purpose]?.withdrawnAt !== undefined))
            expect(merged.consent[purpose]?.withdrawnAt).toBeDefined();
        }
        for (const one of [kept, other])
          if (one.suppressed !== undefined && (one.suppressed.reason !== "bounced" || one.addressHash === merged.addressHash))
            expect(merged.suppressed).toBeDefined();
      }),
    );
  });

  it("have bought, earned and been told all that both have", () => {
    fc.assert(
      fc.property(anyOf("anne"), anyOf("bea"), (kept, other) => {
        const merged = mergePeople(kept, merging(other), morning);

        expect(merged.purchases?.total ?? 0).toBe((kept.purchases?.total ?? 0) + (other.purchases?.total ?? 0));
        expect(merged.purchases?.count ?? 0).toBe((kept.purchases?.count ?? 0) + (other.purchases?.count ?? 0));
        const worth = (person: Person): number => {
          const log2 = totalLog2(person.score.engagement);
          return log2 === undefined ? 0 : valueAt(log2, morning, engagementHalfLife);
        };
        expect(worth(merged)).toBeCloseTo(worth(kept) + worth(other), 6);
        expect(new Set(merged.tags)).toEqual(new Set([...(kept.tags ?? []), ...(other.tags ?? [])]));
        for (const name of [...Object.keys(kept.attributes), ...Object.keys(other.attributes)])
          expect(Object.hasOwn(merged.attributes, name)).toBe(true);
      }),
    );
  });

  it("stand where the one who has come further stands", () => {
    const place = (person: Person): number => (person.stage.value === "lost" ? -1 : stages.indexOf(person.stage.value));
    fc.assert(
      fc.property(anyOf("anne"), anyOf("bea"), (kept, other) => {
        const { person } = react({ person: kept, fact: factOf(other), judging, now: morning });

        expect(place(person)).toBe(Math.max(place(kept), place(other)));
        if ([kept, other].some((one) => one.lifecycle.value === "client")) expect(person.lifecycle.value).toBe("client");
      }),
    );
  });

  it("are merged once, however often it is told", () => {
    fc.assert(
      fc.property(anyOf("anne"), anyOf("bea"), anyAddress, (kept, other, address) => {
        const once = react({ person: kept, fact: factOf(other, address), judging, now: morning });
        const twice = react({ person: once.person, fact: factOf(other, address), judging, now: morning });

        expect(twice.fresh).toBe(false);
        expect(twice.person).toEqual(once.person);
      }),
    );
  });

  it("are what they were when the merge is undone", () => {
    fc.assert(
      fc.property(anyOf("anne"), anyOf("bea"), anyAddress, (kept, other, address) => {
        const merged = react({ person: kept, fact: factOf(other, address), judging, now: morning }).person;
        const restored = withoutMerge(kept, [], [], morning, judging);
        const fact: Fact = { kind: "unmerge", id: "undo", at: morning, by: "Malik", restored, other: other.id, otherEmail: other.email };
        const {
          rev: _,
          updatedAt: __,
          applied: ___,
          call: ____,
          reviewAt: _____,
          ...after
        } = react({
          person: merged,
          fact,
          judging,
          now: morning,
        }).person;

        const { rev: _6, updatedAt: _7, applied: _8, call: _9, reviewAt: _10, ...before } = kept;
        expect(after).toEqual(before);
      }),
    );
  });

  it("keep the newest answer with where it came from, and join lists", () => {
    const kept = somebody({ company: "Atelier", sites: ["Lyon"], budget: "under-5k" });
    const younger = somebody({ company: "Atelier Nord", sites: ["Lille"] });
    const other = {
      ...younger,
      attributes: Object.fromEntries(
        Object.entries(younger.attributes).map(([name, answer]) => [name, { ...answer, at: morning + 1, from: "sub_2" }]),
      ),
    };

    const { attributes } = mergePeople(kept, merging(other), morning);

    expect(attributes["company"]).toEqual({ value: "Atelier Nord", at: morning + 1, from: "sub_2" });
    expect(attributes["sites"]?.value).toEqual(["Lyon", "Lille"]);
    expect(attributes["budget"]?.value).toBe("under-5k");
  });

  it("gives each what has happened to them alone, and a no to both", () => {
    const kept = somebody();
    const purchase = (id: string, amount: number): Fact => ({
      kind: "purchase",
      id,
      at: morning + 5,
      purchase: { id, email: "x@example.com", amount, currency: "EUR" },
    });
    const no: Fact = { kind: "unsubscribe", id: "no", at: morning + 6, messageId: undefined };

    const restored = withoutMerge(
      kept,
      [{ at: morning + 5, fact: purchase("a", 10) }],
      [
        { at: morning + 5, fact: purchase("b", 90) },
        { at: morning + 6, fact: no },
      ],
      morning,
      judging,
    );

    expect(restored.purchases).toMatchObject({ count: 1, total: 10 });
    expect(restored.suppressed?.reason).toBe("unsubscribed");
  });
});
