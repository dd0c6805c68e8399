import { hashAddress } from "#core/address/hash-address.ts";
import { type EventFacts, type Facts, factsOf } from "#core/condition/facts.ts";
import { createConditions } from "#core/condition/conditions.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import { deterministicId } from "#core/id/id.ts";
import { type AttributeDeclaration, attributeDeclarationSchema, type AttributeValue } from "#core/person/attribute.ts";
import { compileLifecycle } from "#core/person/compile-lifecycle.ts";
import type { Person } from "#core/person/person.ts";
import type { Stage } from "#core/person/stage.ts";
import { blankPerson } from "#core/reaction/blank-person.ts";
import { compileScoring } from "#core/score/compile-scoring.ts";
import { add, engagementHalfLife } from "#core/score/decay.ts";
import { shippedFiles } from "#tests/core/definition/shipped-files.ts";
import { readYaml } from "#core/definition/read-yaml.ts";
import * as z from "zod";

/** A Tuesday morning in Paris. */
export const morning = Date.parse("2026-11-24T09:30:00Z");

/** What the example's files declare and decide, compiled as publishing compiles them. */
export const shipped = readShipped();

/** Attributes of every type there is. */
export const everyType: Readonly<Record<string, AttributeDeclaration>> = {
  note: { type: "text", label: {} },
  staff: { type: "number", label: {} },
  turnover: { type: "money", label: {} },
  since: { type: "date", label: {} },
  need: { type: "choice", label: {}, choices: [{ value: "shop", label: { fr: "Une boutique", en: "A shop" } }] },
  vip: { type: "yes-no", label: {} },
  sites: { type: "list", label: {} },
};

/** Somebody who gave these answers this morning, and has earned so much engagement since. */
export function somebody(
  answers: Readonly<Record<string, AttributeValue>> = {},
  standing: {
    readonly stage?: Stage;
    readonly lifecycle?: Person["lifecycle"]["value"];
    readonly engagement?: number;
    readonly bought?: true;
  } = {},
): Person {
  const blank = blankPerson(
    deterministicId("person", morning, "camille"),
    "camille@atelier.example",
    hashAddress("camille@atelier.example"),
    morning,
  );
  const because = { rule: "test" };
  return {
    ...blank,
    attributes: Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, { value, at: morning, from: "sub_1" }])),
    stage: { value: standing.stage ?? "awareness", since: morning, because },
    lifecycle: { value: standing.lifecycle ?? "contact", since: morning, because },
    score: {
      ...blank.score,
      engagement: standing.engagement === undefined ? {} : { clicked: add(undefined, standing.engagement, morning, engagementHalfLife) },
    },
    ...(standing.bought ? { purchases: { count: 1, total: 12_000, lastAt: morning } } : {}),
  };
}

/** What conditions see of somebody this morning. */
export function seen(
  person: Person,
  more: {
    readonly now?: number;
    readonly event?: EventFacts;
    readonly run?: Enrollment["signals"];
    readonly declarations?: Readonly<Record<string, AttributeDeclaration>>;
  } = {},
): Facts {
  return factsOf({ person, now: more.now ?? morning, scoring: shipped.scoring, declarations: shipped.declarations, ...more });
}

export const conditions = createConditions(shipped.declarations);

function readShipped() {
  const files = shippedFiles();
  const person = readYaml("person.yaml", files["person.yaml"] ?? "", z.record(z.string(), attributeDeclarationSchema));
  if (person.kind === "problems") throw new Error("person.yaml has problems");
  const declarations = person.value;
  const scoring = compileScoring("scoring.yaml", files["scoring.yaml"] ?? "", declarations);
  const lifecycle = compileLifecycle("lifecycle.yaml", files["lifecycle.yaml"] ?? "", declarations);
  if (scoring.kind === "problems" || lifecycle.kind === "problems") throw new Error("the example's own rules have problems");
  return { declarations, scoring: scoring.artefact, lifecycle: lifecycle.artefact };
}
