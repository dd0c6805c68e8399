import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashAddress } from "#core/address/hash-address.ts";
import { readAddress } from "#core/address/normalise-address.ts";
import { deterministicId } from "#core/id/id.ts";
import { addressOf } from "#core/source/address-of.ts";
import { createSource } from "#core/source/create-source.ts";
import type { Json } from "#core/source/json.ts";
import { sourceKindNames, type SourceKindName } from "#core/source/kinds/kind-names.ts";
import type { Source } from "#core/source/source.ts";
import { answerIntake } from "#functions/intake/answer-intake.ts";
import { countBeats } from "#functions/intake/count-beats.ts";
import { receive } from "#functions/work/receive.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";
import type { Example } from "#tests/core/source/kinds/examples/example.ts";
import { examples } from "#tests/core/source/kinds/examples.ts";
import { httpEvent } from "#tests/functions/http/http-event.ts";
import { aWorkshop, type TestWorkshop } from "#tests/functions/work/a-workshop.ts";
import { jsonOf } from "./reception-desk.ts";
import { secretOf, signers } from "./sign-as-vendor.ts";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe("a delivery, from the bytes of its request to the person", () => {
  let workshop: TestWorkshop;
  beforeAll(async () => {
    workshop = await aWorkshop(tuesday);
  });
  afterAll(() => workshop?.close());

  const deliver = async ({ path, body, headers }: Request) => {
    const { pulses } = workshop.stores;
    const answer = answerIntake({
      workshop,
      receive: (submission, delivery) => receive(workshop, submission, log, delivery),
      beats: countBeats(pulses, log),
    });
    return answer(httpEvent({ method: "POST", path, body, headers }));
  };

  const sourceOf = async (kind: SourceKindName, fetches: boolean): Promise<Source> => {
    const id = deterministicId("source", tuesday, kind);
    const secret = signers[kind] === undefined ? {} : { secret: secretOf(kind) };
    const token = fetches ? { accessToken: "access-token" } : {};
    const made = createSource({ kind, name: kind, basis: "consent", ...secret, ...token }, id, tuesday, "a-long-random-token");
    if (made.kind === "problem") throw new Error(made.problem);
    await workshop.stores.sources.create(made.source);
    return made.source;
  };

  const personAt = async (email: string) => {
    const read = readAddress(email);
    if (read.kind === "impossible") throw new Error(read.problem);
    const { personId } = await workshop.stores.addresses.find(hashAddress(read.address));
    return personId === undefined ? undefined : (await workshop.stores.people.dossier(personId))?.person;
  };

  it.each(examples)("$kind", async (example) => {
    const { kind, fetched, tells } = example;
    const source = await sourceOf(kind, fetched !== undefined);
    const request = requestOf(example, source, workshop.now);
    const email = `${kind}@example.com`;

    const stranger = await deliver({ ...request, path: `/hooks/${source.id}/somebody-else`, headers: request.unsigned });
    expect(stranger.statusCode).toBe(401);
    expect(await personAt(email)).toBeUndefined();

    for (const answer of fetched ?? []) workshop.fetched.push({ kind: "answer", json: ofKind(answer, kind) });
    const first = await deliver(request);
    expect(first, String(first.body)).toMatchObject({ statusCode: 200 });

    const person = await personAt(email);
    expect(person, String(first.body)).toMatchObject({ email: expect.stringMatching(/@example\.com$/i) });
    for (const name of ["firstName", "company", "phone"] as const)
      if (tells[name] !== undefined) expect(person?.attributes[name]?.value).toBe(tells[name]);
    expect(person?.firstSource).toBe(`hook:${source.id}`);
    if (tells.purchase !== undefined) expect(person?.lifecycle.value).toBe("client");
    expect(person?.consent.marketing === undefined).toBe(tells.consent !== true);
    expect(workshop.fetched).toEqual([]);

    const again = await deliver(request);
    expect(again.statusCode).toBe(200);
    expect(jsonOf(again)["status"]).toBe("duplicate");
    const { items } = await workshop.stores.timeline.page(person?.id ?? deterministicId("person", 0), { limit: 50 });
    const arrivals = items.flatMap((item) => (item.kind === "entry" && item.entry.type === "submission.received" ? [item.entry] : []));
    expect(arrivals).toHaveLength(1);
  });

  it("is there for every kind of source", () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(sourceKindNames));
  });
});

interface Request {
  readonly path: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** An example's delivery as its tool would send it, of somebody whom no other kind sends; and its headers without the proof. */
function requestOf({ kind, delivery }: Example, source: Source, now: number): Request & { readonly unsigned: Request["headers"] } {
  const url = addressOf(source, "https://relance.example");
  const [type, body] =
    delivery.decoded.kind === "json"
      ? (["application/json", Buffer.from(textOfKind(Buffer.from(delivery.body).toString("utf8"), kind))] as const)
      : ([
          "application/x-www-form-urlencoded",
          Buffer.from(new URLSearchParams(delivery.decoded.fields.map(([name, value]) => [name, textOfKind(value, kind)])).toString()),
        ] as const);
  const unsigned = { ...delivery.headers, "content-type": type };
  const proof = signers[kind]?.(secretOf(kind), { url, body, headers: unsigned, now }) ?? {};
  return { path: new URL(url).pathname, body, headers: { ...unsigned, ...proof }, unsigned };
}

function textOfKind(text: string, kind: SourceKindName): string {
  return text.replaceAll(/claire(?:\+lumen)?@example\.com/gi, `${kind}@example.com`);
}

function ofKind(json: Json, kind: SourceKindName): Json {
  return JSON.parse(textOfKind(JSON.stringify(json), kind)) as Json;
}
