import fc from "fast-check";
import { criteria, levels } from "#core/person/qualification.ts";

/** Literals, fields and operators, put together at random: most are well typed, some are not. */
const texts = fc.constantFrom(
  "person.note",
  "person.need",
  "person.since",
  "person.email",
  "person.locale",
  "lifecycle",
  "stage",
  '"shop"',
  '""',
  '"é€😀"',
  '"\uffff"',
);
const numbers = fc.constantFrom(
  "person.staff",
  "person.turnover",
  "score.fit",
  "score.engagement",
  "score.total",
  "5.0",
  "-1.5",
  "0.0",
  "1e300",
  "7",
);
const truths = fc.constantFrom(
  "person.vip",
  "bought",
  "consent.marketing",
  "consent.measurement",
  "true",
  "false",
  "has(person.note)",
  "dyn(person.note) == 5",
  "1 / 0 == 1",
);
const lists = fc.constantFrom("person.sites", "person.known", '["shop", "Lyon"]', "[]", '["need", person.note]');
const level = fc
  .tuple(fc.constantFrom(...criteria), fc.constantFrom(...levels))
  .map(([criterion, value]) => `qualification.${criterion} == "${value}"`);
const equality = fc.constantFrom("==", "!=");
const order = fc.constantFrom("<", "<=", ">", ">=");

const comparison = fc.oneof(
  truths,
  level,
  fc.tuple(texts, equality, texts).map((parts) => parts.join(" ")),
  fc.tuple(texts, order, texts).map((parts) => parts.join(" ")),
  fc.tuple(numbers, fc.oneof(equality, order), numbers).map((parts) => parts.join(" ")),
  fc.tuple(lists, equality, lists).map((parts) => parts.join(" ")),
  fc.tuple(texts, lists).map(([text, list]) => `${text} in ${list}`),
  fc.tuple(texts, fc.constantFrom("contains", "startsWith"), texts).map(([one, verb, other]) => `${one}.${verb}(${other})`),
  lists.map((list) => `${list}.exists(x, x == person.note)`),
  fc.tuple(truths, equality, truths).map(([one, sign, other]) => `(${one}) ${sign} (${other})`),
);

/** Conditions of every shape that marketers write, and some that they do not. */
export const someCondition: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    comparison,
    tie("condition").map((one) => `!(${one})`),
    fc.tuple(tie("condition"), fc.constantFrom("&&", "||"), tie("condition")).map(([one, sign, other]) => `(${one}) ${sign} (${other})`),
    fc.tuple(truths, tie("condition"), tie("condition")).map(([one, then, otherwise]) => `(${one}) ? (${then}) : (${otherwise})`),
  ),
})).condition;
