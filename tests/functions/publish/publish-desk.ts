import { consoleToken } from "#core/secret/derive-key.ts";
import { createApiKey } from "#core/access/api-key.ts";
import type { Permission } from "#core/access/permission.ts";
import { createPublishApp } from "#functions/publish/app.ts";
import { aWorkshop, type TestWorkshop } from "#tests/functions/work/a-workshop.ts";

/** The publishing part of the API over an own table with the example's files, asked as anybody outside asks it. */
export interface PublishDesk {
  readonly workshop: TestWorkshop;
  /** What was logged as an error: nothing, if all is well. */
  readonly errors: string[];
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<DeskAnswer>;
  /** The token of a program that may do so much. */
  keyWith(...scopes: readonly Permission[]): Promise<string>;
  close(): Promise<void>;
}

export interface DeskAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export async function publishDesk(now: number): Promise<PublishDesk> {
  const workshop = await aWorkshop(now);
  const errors: string[] = [];
  const app = createPublishApp({
    workshop,
    signIn: undefined,
    log: { info: () => undefined, warn: () => undefined, error: (message, data) => errors.push(`${message} ${JSON.stringify(data)}`) },
  });
  const token = consoleToken(await workshop.stores.secrets.rootKey(() => workshop.runtime.random(32)));
  return {
    workshop,
    errors,
    ask: async (method, path, body, headers = {}) => {
      const answer = await app.request(path, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>) };
    },
    keyWith: async (...scopes) => {
      const made = createApiKey({ name: "Program", scopes, by: "a test" }, workshop.now, workshop.runtime.random(42));
      await workshop.stores.apiKeys.put(made.key);
      return made.token;
    },
    close: () => workshop.close(),
  };
}
