import { hashAddress } from "#core/address/hash-address.ts";
import { deterministicId } from "#core/id/id.ts";
import type { AttributeDeclaration, AttributeValue } from "#core/person/attribute.ts";
import type { Person } from "#core/person/person.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import type { Instant } from "#core/time/instant.ts";

const email = "camille@example.invalid";

/** What an example answers by the names marketers usually give; anything else by its type. */
const usual: Readonly<Record<string, string>> = {
  firstName: "Camille",
  lastName: "Durand",
  company: "Durand & Filles",
  phone: "+33 1 99 00 12 34",
};
const byType: Readonly<Record<AttributeDeclaration["type"], AttributeValue>> = {
  text: "…",
  number: 3,
  money: { amount: 12_000, currency: "EUR" },
  date: "2026-12-31",
  choice: "",
  "yes-no": true,
  list: ["1", "2"],
};

/** Somebody who does not exist and answered everything, for a preview before there is anybody. */
export function examplePerson(declarations: Readonly<Record<string, AttributeDeclaration>>, language: string, now: Instant): Person {
  const answers = Object.entries(declarations).map(([name, { type, choices = [] }]) => {
    const value = choices[0]?.value ?? (type === "text" ? (usual[name] ?? byType.text) : byType[type]);
    return [name, { value, at: now, from: "example" }] as const;
  });
  return {
    ...blankPerson(deterministicId("person", now, "example"), email, hashAddress(email), now),
    locale: language,
    attributes: Object.fromEntries(answers),
  };
}
