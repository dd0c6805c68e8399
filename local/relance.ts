import { join } from "node:path";
import * as z from "zod";
import type { ApiStores } from "#core/ports/stores.ts";
import { consoleToken } from "#core/secret/derive-key.ts";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { dynamoApiStores } from "#functions/adapters/dynamo/dynamo-api-stores.ts";
import { functions as declared } from "#functions/list.ts";
import { type Runtime, systemRuntime } from "#functions/runtime/runtime.ts";
import { emulateAws } from "#local/aws/emulate-aws.ts";
import { buildConsole } from "./build-console.ts";
import type { Rule } from "#local/bus/bus.ts";
import { region } from "#local/bus/event.ts";
import { type Closing, createClosing } from "./closing.ts";
import { startDynamo } from "#local/dynamo/start-dynamo.ts";
import { createFrontDoor } from "./front-door.ts";
import { type LocalFunction, loadFunctions, type RunningFunction, startFunction } from "./functions.ts";
import { createGateway } from "#local/gateway/gateway.ts";
import { createGuard, type Guard } from "#local/gateway/guard.ts";
import { writeWhole } from "./journal.ts";
import { close, listen } from "./listen.ts";
import { lockFolder } from "./lock-folder.ts";
import { defaultLimits, type SendLimits } from "#local/mail/send-limits.ts";
import { startDnsServer } from "#local/dns/dns-server.ts";
import { openZone } from "#local/dns/zone.ts";
import { names } from "./names.ts";
import { seedTeam } from "#local/oidc/demo-people.ts";
import { createIssuer, localClientId } from "#local/oidc/issuer.ts";
import { createLocalSignIn, type LocalSignIn } from "#local/oidc/local-sign-in.ts";
import { openSigningKey } from "#local/oidc/signing-key.ts";
import { publishTemplates, watchTemplates } from "./publish-templates.ts";
import { silentTerminal, type Terminal } from "./terminal.ts";
import { type Advanced, advanceClock, nextDue } from "#local/time/advance-clock.ts";
import { type Clock, openClock } from "#local/time/clock.ts";
import { createTicker } from "#local/time/ticker.ts";
import { createTurns } from "#local/time/turns.ts";

/** How the local runtime is started. Everything but the folder has a sensible default. */
export interface RelanceOptions {
  /** Where everything is kept. */
  readonly folder: string;
  /** 0 picks a free one. */
  readonly port?: number;
  /** Instead of every function of the list. */
  readonly functions?: readonly LocalFunction[];
  /** The folder of the marketers' files; without it nothing is published. */
  readonly templates?: string;
  /** Whether changed files are published as they change. */
  readonly watch?: boolean;
  /** Whether the console is built first if it is missing or old. */
  readonly console?: boolean;
  /** Whether the schedule runs in real time; without it only moving the clock ticks. */
  readonly schedule?: boolean;
  readonly ses?: Partial<SendLimits>;
  /** Another identity provider than the local one, and who owns a base without a team. */
  readonly signIn?: Readonly<Record<"OIDC_ISSUER" | "OIDC_CLIENT_ID" | "OWNER_EMAIL", string>>;
  /** Pauses between the tries of a function that an event goes to, in milliseconds. */
  readonly retryPausesMs?: readonly number[];
  readonly terminal?: Terminal;
}

/** A running Relance. */
export interface Relance {
  readonly url: string;
  /** The bearer token of the console, the mailbox and the clock. */
  readonly token: string;
  readonly clock: Clock;
  readonly runtime: Runtime;
  readonly stores: ApiStores;
  /** What functions are given to reach the emulators and the engine. */
  readonly aws: Readonly<Record<"AWS_REGION" | "AWS_ENDPOINT_URL" | "DYNAMODB_ENDPOINT_URL" | "DNS_SERVER", string>>;
  /** Runs the scheduled functions once, in turn; answers how much they say they performed. */
  tick(): Promise<number>;
  /** Moves the clock ahead, performing what falls due on the way. */
  advance(milliseconds: number): Promise<Advanced>;
  /** Done when no event is on its way or being worked on. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

/** The data folder is another process's. */
export class FolderTaken extends Error {}

/** Starts the whole product in this process: engine, emulators, functions, schedule and pages. */
export async function startRelance(options: RelanceOptions): Promise<Relance> {
  const locked = lockFolder(options.folder);
  if (locked.kind === "taken") {
    throw new FolderTaken(
      `Another Relance (process ${locked.processId}) uses ${options.folder}. Stop it, or set RELANCE_DATA to another folder.`,
    );
  }
  const closing = createClosing();
  closing.add(locked.unlock);
  try {
    return await start(options, closing);
  } catch (fault) {
    await closing.close();
    throw fault;
  }
}

async function start(options: RelanceOptions, closing: Closing): Promise<Relance> {
  const { folder, terminal = silentTerminal } = options;
  if (options.console === true) await buildConsole(terminal);
  const engine = await startDynamo({ folder: join(folder, "dynamo"), table: names.TABLE });
  closing.add(() => engine.close());
  const clock = await openClock(folder);
  const ending = new AbortController();
  const runtime: Runtime = { now: clock.now, random: systemRuntime.random, ending: ending.signal };
  const stores = storesOf(engine.endpoint);
  const token = consoleToken(await stores.secrets.rootKey(() => runtime.random(32)));
  await writeWhole(join(folder, "token"), token, 0o600);
  await publish(options, { stores, clock, terminal }, closing);

  const loaded = options.functions ?? (await loadFunctions(declared));
  const zone = openZone(folder);
  const dns = await startDnsServer(zone);
  closing.add(() => dns.close());
  const running = new Map<string, RunningFunction>();
  const emulated = await emulateAws(
    {
      folder,
      rules: loaded.flatMap(rulesOf),
      invoke: async (name, event) => running.get(name)?.invoke(event),
      clock,
      limits: { ...defaultLimits, ...options.ses },
      zone,
      receives: (address) => receives(stores, address),
      terminal,
      ...(options.retryPausesMs === undefined ? {} : { retryPausesMs: options.retryPausesMs }),
    },
    closing,
  );
  const door = createFrontDoor(terminal);
  const port = await listen(door.server, options.port ?? 0);
  const url = `http://127.0.0.1:${port}`;
  const aws = {
    AWS_REGION: region,
    AWS_ENDPOINT_URL: emulated.endpoint,
    DYNAMODB_ENDPOINT_URL: engine.endpoint,
    DNS_SERVER: dns.address,
  };
  const guard = createGuard(port, token);
  const oidc = options.signIn === undefined ? await signInLocally(folder, { port, guard, token, runtime, stores }) : undefined;
  const signIn = options.signIn ?? { OIDC_ISSUER: oidc?.issuer.url ?? "", OIDC_CLIENT_ID: localClientId, OWNER_EMAIL: "" };
  for (const each of loaded) {
    running.set(each.declaration.name, startFunction(each, { ...names, ...signIn, PUBLIC_URL: url }, aws, runtime));
  }

  const turns = createTurns();
  const ticker = createTicker([...running.values()], { now: clock.now, turns, terminal });
  const advancing = { clock, due: stores.due, tick: ticker.tick, quiet: emulated.quiet };
  const advance = (by: number | "next"): Promise<Advanced> =>
    turns(async () => {
      const now = clock.now();
      return advanceClock(advancing, by === "next" ? Math.max(now, (await nextDue(stores.due))?.dueAt ?? now) : now + by);
    });
  const gateway = createGateway([...running.values()], clock.now, terminal);
  // What runs ends before what it stands on does: first no more ticks, then no more requests.
  closing.add(() => turns(async () => undefined));
  closing.add(() => close(door.server));
  closing.add(() => ticker.stop());
  closing.add(() => ending.abort());
  await emulated.begin();
  door.open({
    guard,
    gateway,
    oidc,
    local: { guard, clock, advance, due: stores.due, mails: emulated.mails, act: emulated.act, bus: emulated.bus },
  });
  if (options.schedule ?? true) ticker.start();
  const { quiet } = emulated;
  return { url, token, clock, runtime, stores, aws, quiet, advance, tick: () => turns(ticker.tick), stop: () => closing.close() };
}

/** The local issuer, with the four people of the example in a team that has nobody yet. */
async function signInLocally(
  folder: string,
  parts: { readonly port: number; readonly guard: Guard; readonly token: string; readonly runtime: Runtime; readonly stores: ApiStores },
): Promise<LocalSignIn> {
  const { port, guard, token, runtime, stores } = parts;
  await seedTeam(stores.members, runtime.now());
  const origins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  return createLocalSignIn(createIssuer({ origins, key: await openSigningKey(folder), runtime }), guard, token);
}

function storesOf(endpoint: string): ApiStores {
  return dynamoApiStores(dynamoClient({ AWS_REGION: region, AWS_ENDPOINT_URL: undefined, DYNAMODB_ENDPOINT_URL: endpoint }), names.TABLE);
}

async function publish(
  { templates, watch }: RelanceOptions,
  { stores, clock, terminal }: { readonly stores: ApiStores; readonly clock: Clock; readonly terminal: Terminal },
  closing: Closing,
): Promise<void> {
  if (templates === undefined) return;
  const publisher = { folder: templates, store: stores.definitions, now: clock.now, terminal };
  await publishTemplates(publisher);
  if (watch === true) closing.add(watchTemplates(publisher));
}

/** The rules that the stacks deploy for a function: its own pattern, or the bucket's notices of received mail. */
function rulesOf({ declaration: { name, trigger } }: LocalFunction): readonly Rule[] {
  if (trigger.kind === "event")
    return [{ bus: trigger.bus === "relance" ? names.BUS : trigger.bus, pattern: trigger.pattern, target: name }];
  if (trigger.kind !== "inbound-mail") return [];
  const pattern = { source: ["aws.s3"], "detail-type": ["Object Created"], detail: { bucket: { name: [names.INBOX] } } };
  return [{ bus: "default", pattern, target: name }];
}

const settingsSchema = z.looseObject({ replyDomain: z.string() });

/** SES receives mail for the domain that the settings name; before there are settings, for any. */
async function receives(stores: ApiStores, address: string): Promise<boolean> {
  const [settings] = await stores.definitions.current("settings");
  const read = settingsSchema.safeParse(settings?.artefact);
  return !read.success || address.toLowerCase().endsWith(`@${read.data.replyDomain.toLowerCase()}`);
}
