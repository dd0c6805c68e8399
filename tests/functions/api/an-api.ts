import { createApiKey } from "#core/access/api-key.ts";
import { type Permission, permissionsOf } from "#core/access/permission.ts";
import { type Role, roles } from "#core/access/role.ts";
import type { Person } from "#core/person/person.ts";
import { indexedWords } from "#core/search/search-words.ts";
import { createApi } from "#functions/api/app.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";
import { aWorkshop, type TestWorkshop } from "#tests/functions/work/a-workshop.ts";

/** An API over the embedded engine and the example's definitions. */
export interface TestApi {
  readonly workshop: TestWorkshop;
  /** What the API logged as errors: nothing, in a test that goes well. */
  readonly errors: string[];
  /** Asks with the key of a role, or with any token at all. */
  ask(
    who: Role | { readonly token: string },
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Asked>;
  keyWith(scopes: readonly Permission[]): Promise<{ readonly id: string; readonly token: string }>;
  /** Stores somebody as the work does: themselves, their address and their words. */
  store(person: Person): Promise<Person>;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The answer's JSON; a test says by `expect` what it must be. */
  readonly body: unknown;
}

export async function anApi(now = tuesday): Promise<TestApi> {
  const workshop = await aWorkshop(now);
  const errors: string[] = [];
  const error = (message: string, data?: unknown): void => {
    errors.push(`${message} ${JSON.stringify(data)}`);
  };
  const app = createApi(workshop, { local: true, signIn: undefined, log: { info: () => undefined, warn: () => undefined, error } });
  const keyWith = async (scopes: readonly Permission[]) => {
    const { key, token } = createApiKey({ name: "test", scopes, by: "test" }, now, workshop.runtime.random(42));
    await workshop.stores.apiKeys.put(key);
    return { id: key.id, token };
  };
  const tokens = new Map<Role, string>();
  for (const role of roles) tokens.set(role, (await keyWith(permissionsOf(role))).token);
  return {
    workshop,
    errors,
    keyWith,
    ask: async (who, method, path, body, headers = {}) => {
      const token = typeof who === "string" ? (tokens.get(who) ?? "") : who.token;
      const answer = await app.request(path, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const isJson = answer.headers.get("content-type")?.includes("json") === true;
      return { status: answer.status, headers: answer.headers, text, body: isJson ? (JSON.parse(text) as unknown) : undefined };
    },
    store: async (person) => {
      await workshop.stores.people.create(person);
      await workshop.stores.addresses.claim(person.addressHash, person.id);
      await workshop.stores.search.index(person.id, indexedWords(person));
      return person;
    },
  };
}
