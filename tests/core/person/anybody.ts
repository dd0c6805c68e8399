import fc from "fast-check";
import type { AttributeValue } from "#core/person/attribute.ts";
import type { Person } from "#core/person/person.ts";
import { criteria, levels } from "#core/person/qualification.ts";
import { stages } from "#core/person/stage.ts";
import { lifecycles } from "#core/person/lifecycle.ts";
import { add, engagementHalfLife } from "#core/score/decay.ts";
import { day } from "#core/time/instant.ts";
import { everyType, morning, somebody } from "./somebody.ts";

/** An answer of any kind, whatever its attribute's type: files change, old answers stay. */
export const anyAnswer: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.constantFrom("shop", "workshop", "5k-20k", "decides", "now", "", "2026-12-24"),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.array(fc.constantFrom("Lyon", "Paris", "shop"), { maxLength: 3 }),
  fc.record({ amount: fc.double({ noNaN: true, noDefaultInfinity: true }), currency: fc.constantFrom("EUR", "USD") }),
);

const names = [...Object.keys(everyType), "budget", "role", "timing", "company", "message", "constructor", "__proto__", "toString"];

export const anyAnswers = fc.dictionary(fc.constantFrom(...names), anyAnswer, { maxKeys: 8 });

/** Instants of the three years around this morning. */
export const anyInstant = fc.integer({ min: morning - 500 * day, max: morning + 500 * day });

export const anyEngagement = fc
  .array(
    fc.record({ rule: fc.constantFrom("clicked", "replied", "asked-for-study"), points: fc.integer({ min: 1, max: 200 }), at: anyInstant }),
    { maxLength: 6 },
  )
  .map((earned) => {
    const engagement: Person["score"]["engagement"] = {};
    for (const { rule, points, at } of earned) engagement[rule] = add(engagement[rule], points, at, engagementHalfLife);
    return engagement;
  });

/** A person in any state the table could hold, likely or not. */
export const anybody: fc.Arbitrary<Person> = fc
  .record({
    answers: anyAnswers,
    stage: fc.constantFrom(...stages),
    lifecycle: fc.constantFrom(...lifecycles),
    engagement: anyEngagement,
    fit: fc.dictionary(fc.constantFrom("need-known", "workshop", "gone"), fc.integer({ min: -200, max: 200 })),
    penalties: fc.dictionary(fc.constantFrom("left", "complained"), fc.integer({ min: -200, max: -1 })),
    qualification: fc.dictionary(
      fc.constantFrom(...criteria),
      fc.record({
        level: fc.constantFrom(...levels),
        from: fc.constantFrom("need-matches", "hand:lea@atelier.example"),
        confidence: fc.constantFrom(0, 0.5, 0.8, 1),
        at: anyInstant,
      }),
    ),
    bought: fc.boolean(),
    locale: fc.option(fc.constantFrom("fr", "en-GB"), { nil: undefined }),
  })
  .map(({ answers, stage, lifecycle, bought, engagement, fit, penalties, qualification, locale }) => {
    const person = somebody(answers, { stage, lifecycle, ...(bought ? { bought: true } : {}) });
    return { ...person, ...(locale === undefined ? {} : { locale }), qualification, score: { fit, engagement, penalties, rules: 1 } };
  });
