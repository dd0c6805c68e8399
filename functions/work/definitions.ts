import { type Conditions, createConditions } from "#core/condition/conditions.ts";
import type { DefinitionKind, Published } from "#core/definition/definition.ts";
import type { Email } from "#core/email/email.ts";
import { createRenderer, type Renderer } from "#core/email/render-email.ts";
import type { Form } from "#core/form/form.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import type { LifecycleRules } from "#core/person/lifecycle-rules.ts";
import type { DefinitionStore } from "#core/ports/definition-store.ts";
import type { Judging } from "#core/reaction/judging.ts";
import type { Scoring } from "#core/score/scoring.ts";
import type { Sequence } from "#core/sequence/sequence.ts";
import { createZones, type Zones } from "#core/sequence/zones.ts";
import type { Settings } from "#core/settings/settings.ts";
import { PermanentFault } from "#functions/runtime/faults.ts";

/** The published definitions as functions use them. What is in force is read anew after a while; a version never changes. */
export interface Definitions {
  settings(): Promise<Settings>;
  judging(): Promise<Judging>;
  form(name: string): Promise<Form | undefined>;
  /** Of the form in force: what stood in front of whoever fills it in. */
  formVersion(name: string): Promise<number | undefined>;
  forms(): Promise<readonly Form[]>;
  email(name: string): Promise<Published<Email> | undefined>;
  /** The sequences new runs may start in. */
  sequences(): Promise<readonly Published<Sequence>[]>;
  /** The version a run is on. */
  sequence(name: string, version: number): Promise<Sequence | undefined>;
  readonly renderer: Renderer;
  readonly zones: Zones;
  /** Reads everything in force anew at its next use: for whoever has just published. */
  forget(): void;
}

/** How long a function may go on with definitions it has read, in milliseconds of its own (monotonic) time. */
const freshness = 15_000;

export function createDefinitions(store: DefinitionStore, elapsed: () => number = () => performance.now()): Definitions {
  const { current, forget } = cachedCurrent(store, elapsed);
  const versions = new Map<string, Promise<Published | undefined>>();
  const artefacts = async <T>(kind: DefinitionKind): Promise<readonly Published<T>[]> => (await current(kind)).map(typed<T>);
  const only = async <T>(kind: DefinitionKind): Promise<Published<T>> => {
    const [first] = await artefacts<T>(kind);
    if (first === undefined)
      throw new PermanentFault("definitions-missing", `No ${kind} is published. Publish templates/ first: npm run push.`);
    return first;
  };
  const judging = createJudging(only);
  return {
    settings: async () => (await only<Settings>("settings")).artefact,
    judging,
    form: async (name) => (await artefacts<Form>("form")).find((form) => form.name === name)?.artefact,
    formVersion: async (name) => (await artefacts<Form>("form")).find((form) => form.name === name)?.version,
    forms: async () => (await artefacts<Form>("form")).map((form) => form.artefact),
    email: async (name) => {
      const inForce = (await artefacts<Email>("email")).find((email) => email.name === name);
      if (inForce !== undefined) return inForce;
      // Retired: a run that is on an older version of its sequence still sends the last one there was.
      const [last] = (await store.versions("email", name, { limit: 1 })).items;
      return last === undefined ? undefined : typed<Email>(last);
    },
    sequences: () => artefacts<Sequence>("sequence"),
    sequence: async (name, version) => {
      const key = `${name}@${version}`;
      const inForce = (await artefacts<Sequence>("sequence")).find((sequence) => sequence.name === name && sequence.version === version);
      if (inForce !== undefined) return inForce.artefact;
      let found = versions.get(key);
      if (found === undefined) versions.set(key, (found = store.version("sequence", name, version)));
      const published = await found;
      return published === undefined ? undefined : typed<Sequence>(published).artefact;
    },
    renderer: createRenderer(),
    zones: createZones(),
    forget,
  };
}

/** The artefact was validated when it was published, by the same schemas: it is not validated again at each read. */
function typed<T>(published: Published): Published<T> {
  return published as Published<T>;
}

function cachedCurrent(store: DefinitionStore, elapsed: () => number) {
  const kept = new Map<DefinitionKind, { readonly at: number; readonly read: Promise<readonly Published[]> }>();
  const current = (kind: DefinitionKind): Promise<readonly Published[]> => {
    const known = kept.get(kind);
    if (known !== undefined && elapsed() - known.at < freshness) return known.read;
    const read = store.current(kind);
    kept.set(kind, { at: elapsed(), read });
    read.catch(() => kept.delete(kind));
    return read;
  };
  return { current, forget: (): void => kept.clear() };
}

/** Compiled conditions are kept for as long as the declarations they were compiled against are in force. */
function createJudging(only: <T>(kind: DefinitionKind) => Promise<Published<T>>): () => Promise<Judging> {
  let kept: { readonly version: number; readonly conditions: Conditions } | undefined;
  return async () => {
    const [person, scoring, lifecycle] = await Promise.all([
      only<Readonly<Record<string, AttributeDeclaration>>>("person"),
      only<Scoring>("scoring"),
      only<LifecycleRules>("lifecycle"),
    ]);
    if (kept?.version !== person.version) kept = { version: person.version, conditions: createConditions(person.artefact) };
    return {
      declarations: person.artefact,
      scoring: scoring.artefact,
      scoringVersion: scoring.version,
      lifecycle: lifecycle.artefact,
      conditions: kept.conditions,
    };
  };
}
