import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { createApiKey } from "#core/access/api-key.ts";
import { type Permission, permissionsOf } from "#core/access/permission.ts";
import { type Role, roles } from "#core/access/role.ts";
import { newMember } from "#core/access/team.ts";
import type { Member } from "#core/access/member.ts";
import { createApi } from "#functions/api/app.ts";
import type { ApiApp } from "#functions/api/api-app.ts";
import type { SignIn } from "#functions/access/sign-in.ts";
import { functions } from "#functions/list.ts";
import { createPublishApp } from "#functions/publish/app.ts";
import { createRouteTable } from "#local/gateway/route-table.ts";
import { anIssuer, clientId, issuer, type TestIssuer } from "#tests/functions/access/an-issuer.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";
import { aWorkshop, type TestWorkshop } from "#tests/functions/work/a-workshop.ts";
import { type Operation, operationsOf } from "./operations.ts";

/** A token lives long here: walks move the clock on, so that nobody asks too often. */
const hours = 20 * 3_600;

/** Both functions of the API behind one address, as API Gateway puts them, with a team that signs in by OpenID Connect. */
export interface WholeApi {
  readonly workshop: TestWorkshop;
  readonly issuer: TestIssuer;
  /** What was logged as an error: nothing, if all is well. */
  readonly errors: string[];
  /** The running API's own OpenAPI document, and every operation of it. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly operations: readonly Operation[];
  /** What is really registered, in either function: `GET /api/people/{id}`. */
  readonly registered: readonly string[];
  ask(method: string, path: string, given?: Asking): Promise<Asked>;
  /** An id token of somebody, good but for what is changed. */
  token(email: string, change?: Readonly<Record<string, unknown>>, header?: { readonly typ?: string }): Promise<string>;
  /** The id tokens of one member for each role. */
  readonly tokens: ReadonlyMap<Role, string>;
  join(role: Role, name?: string): Promise<Member>;
  key(scopes: readonly Permission[]): Promise<{ readonly id: string; readonly token: string }>;
  /** All that is in the table but for who was seen when, and how often they asked. */
  contents(): Promise<string>;
}

export interface Asking {
  readonly token?: string | undefined;
  /** Sent as it is if it is a text or bytes, else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

export async function wholeApi(now = tuesday): Promise<WholeApi> {
  const workshop = await aWorkshop(now);
  const ours = await anIssuer(() => workshop.now);
  const errors: string[] = [];
  const error = (message: string, data?: unknown) => void errors.push(`${message} ${JSON.stringify(data)}`);
  const log = { info: () => undefined, warn: () => undefined, error };
  const signIn: SignIn = { issuer, clientId, ownerEmail: undefined };
  const apps: Partial<Record<string, ApiApp>> = {
    api: createApi(workshop, { local: true, signIn, provider: ours.provider, log }),
    publish: createPublishApp({ workshop, signIn, provider: ours.provider, log }),
  };
  const routes = createRouteTable(
    functions.flatMap(({ name, trigger }) => (trigger.kind === "http" ? trigger.routes.map((key) => ({ key, target: name })) : [])),
  );
  const ask: WholeApi["ask"] = async (method, path, { token, body, headers = {} } = {}) => {
    const [address = ""] = path.split("?");
    const app = apps[routes.match(method, address)?.target ?? ""];
    if (app === undefined) throw new Error(`no function of the API answers ${method} ${path}`);
    const raw = body === undefined || typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
    const answer = await app.request(path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(raw === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(raw === undefined ? {} : { body: raw as BodyInit }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.includes("json") === true && text !== "";
    return { status: answer.status, headers: answer.headers, text, body: isJson ? (JSON.parse(text) as unknown) : undefined };
  };
  const token: WholeApi["token"] = (email, change = {}, header = {}) =>
    ours.token(email, { exp: Math.floor(workshop.now / 1_000) + hours, ...change }, header);
  const join = async (role: Role, name: string = role): Promise<Member> => {
    const member = newMember({ email: `${name}@lumen.example`, name, role }, "a test", workshop.now);
    await workshop.stores.members.add(member);
    return member;
  };
  const tokens = new Map<Role, string>();
  for (const role of roles) tokens.set(role, await token((await join(role)).email));
  const document = (await ask("GET", "/api/openapi.json")).body as Record<string, unknown>;
  return {
    workshop,
    issuer: ours,
    errors,
    document,
    operations: operationsOf(document),
    registered: Object.values(apps).flatMap((app) =>
      (app?.routes ?? [])
        .filter(({ method }) => method !== "ALL")
        .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`),
    ),
    ask,
    token,
    tokens,
    join,
    key: async (scopes) => {
      const { key, token: shown } = createApiKey({ name: "Program", scopes, by: "a test" }, workshop.now, workshop.runtime.random(42));
      await workshop.stores.apiKeys.put(key);
      return { id: key.id, token: shown };
    },
    contents: () => contentsAt(workshop.endpoint),
  };
}

async function contentsAt(endpoint: string): Promise<string> {
  const client = new DynamoDBClient({ region: "eu-west-3", endpoint, credentials: { accessKeyId: "none", secretAccessKey: "none" } });
  const found: string[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: "relance" })) {
    for (const { seenAt: _seen, usedAt: _used, ...item } of Items)
      if (item["pk"]?.S?.startsWith("rate_") !== true) found.push(JSON.stringify(item));
  }
  client.destroy();
  return found.sort().join("\n");
}

/** Every permission but one. */
export function allBut(permission: string): readonly Permission[] {
  return permissionsOf("owner").filter((each) => each !== permission);
}
