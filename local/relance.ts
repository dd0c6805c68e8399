import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import * as z from "zod";
import type { Stores } from "#core/ports/stores.ts";
import { consoleToken } from "#core/secret/derive-key.ts";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { dynamoStores } from "#functions/adapters/dynamo/dynamo-stores.ts";
import { functions as declared } from "#functions/list.ts";
import { type Runtime, systemRuntime } from "#functions/runtime/runtime.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import { createAwsServer } from "./aws/aws-server.ts";
import { region } from "./bus/event.ts";
import { buildConsole } from "./build-console.ts";
import { createBus, type Rule } from "./bus/bus.ts";
import { type Invocations, openInvocations } from "./bus/invocations.ts";
import { startDynamo } from "./dynamo/start-dynamo.ts";
import { type LocalFunction, loadFunctions, type RunningFunction, startFunction } from "./functions.ts";
import { createGateway } from "./gateway/gateway.ts";
import { createGuard } from "./gateway/guard.ts";
import { writeMessage } from "./gateway/write-answer.ts";
import { writeWhole } from "./journal.ts";
import { lockFolder } from "./lock-folder.ts";
import { openMailFile } from "./mail/mail-file.ts";
import { createObjectFolder } from "./mail/object-folder.ts";
import type { SendLimits } from "./mail/send-limits.ts";
import { createSes, type Ses } from "./mail/ses.ts";
import { isOutOfOffice } from "./mail/simulator.ts";
import { openSuppressionList } from "./mail/suppression-list.ts";
import { createActor } from "./mailbox/act.ts";
import { answerLocal } from "./mailbox/local-routes.ts";
import { publishTemplates, watchTemplates } from "./publish-templates.ts";
import { silentTerminal, type Terminal } from "./terminal.ts";
import { type Advanced, advanceClock, nextDue } from "./time/advance-clock.ts";
import { type Clock, openClock } from "./time/clock.ts";
import { createTicker } from "./time/ticker.ts";
import { createTurns } from "./time/turns.ts";

/** How the local runtime is started. Everything but the folder has a sensible default. */
export interface RelanceOptions {
  /** Where everything is kept. */
  readonly folder: string;
  /** 0 picks a free one. */
  readonly port?: number;
  /** Instead of every function of the list. */
  readonly functions?: readonly LocalFunction[];
  /** The marketers' files; undefined publishes nothing. */
  readonly templates?: string | undefined;
  /** Whether changed files are published as they change. */
  readonly watch?: boolean;
  /** Whether the console is built first if it is missing or old. */
  readonly console?: boolean;
  /** Whether the schedule runs in real time; without it only moving the clock ticks. */
  readonly schedule?: boolean;
  readonly ses?: Partial<SendLimits>;
  /** Pauses between the tries of a function that an event goes to, in milliseconds. */
  readonly retryPausesMs?: readonly number[];
  readonly terminal?: Terminal;
}

/** A running Relance. */
export interface Relance {
  readonly url: string;
  readonly token: string;
  readonly clock: Clock;
  readonly runtime: Runtime;
  readonly stores: Stores;
  /** What functions are given to reach the emulators and the engine. */
  readonly aws: Readonly<Record<"AWS_REGION" | "AWS_ENDPOINT_URL" | "DYNAMODB_ENDPOINT_URL", string>>;
  /** Runs the scheduled functions once, in turn; answers how much they performed. */
  tick(): Promise<number>;
  advance(milliseconds: number): Promise<Advanced>;
  /** Done when no event is on its way or being worked on. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

/** What is the same for every local Relance: names of resources that the stacks name by stage. */
export const names = { TABLE: "relance", BUS: "relance", CONFIGURATION_SET: "relance", INBOX: "relance-inbox" } as const;

export const defaultLimits: SendLimits = { perSecond: 1000, perDay: 1_000_000, latencyMs: 0 };

/** A data folder that another process uses. */
export class FolderTaken extends Error {}

/** Starts the whole product in this process: engine, emulators, functions, schedule and pages. */
export async function startRelance(options: RelanceOptions): Promise<Relance> {
  const locked = lockFolder(options.folder);
  if (locked.kind === "taken") {
    throw new FolderTaken(
      `Another Relance (process ${locked.processId}) uses ${options.folder}. Stop it, or set RELANCE_DATA to another folder.`,
    );
  }
  const undo: (() => Promise<void> | void)[] = [locked.unlock];
  try {
    return await start(options, undo);
  } catch (fault) {
    await stopAll(undo);
    throw fault;
  }
}

/** Each part that was started puts on `undo` how it is stopped; the last started is stopped first. */
async function start(options: RelanceOptions, undo: (() => Promise<void> | void)[]): Promise<Relance> {
  const { folder, terminal = silentTerminal } = options;
  if (options.console === true) await buildConsole(terminal);
  const engine = await startDynamo({ folder: join(folder, "dynamo"), table: names.TABLE });
  undo.push(() => engine.close());
  const clock = await openClock(folder);
  const runtime: Runtime = { now: clock.now, random: systemRuntime.random };
  const stores = dynamoStores(
    dynamoClient({ AWS_REGION: region, AWS_ENDPOINT_URL: undefined, DYNAMODB_ENDPOINT_URL: engine.endpoint }),
    names.TABLE,
  );
  const token = consoleToken(await stores.secrets.rootKey(() => runtime.random(32)));
  await writeWhole(join(folder, "token"), `${token}\n`, 0o600);
  if (options.templates !== undefined) {
    const publisher = { folder: options.templates, store: stores.definitions, now: clock.now, terminal };
    await publishTemplates(publisher);
    if (options.watch === true) undo.push(watchTemplates(publisher));
  }

  const loaded = options.functions ?? (await loadFunctions(declared));
  const running = new Map<string, RunningFunction>();
  const invoke = async (name: string, event: unknown): Promise<unknown> => running.get(name)?.invoke(event);
  const invocations = await openInvocations({
    folder,
    invoke,
    terminal,
    ...(options.retryPausesMs === undefined ? {} : { pausesMs: options.retryPausesMs }),
  });
  undo.push(() => invocations.stop());
  const bus = createBus(loaded.flatMap(rulesOf), invocations, names.BUS);
  const mails = await openMailFile(folder);
  undo.push(() => mails.close());
  const suppression = await openSuppressionList(folder);
  const objects = createObjectFolder(join(folder, "inbox"), names.INBOX, bus);
  const limits = { ...defaultLimits, ...options.ses };
  const ses: Ses = createSes({
    mails,
    suppression,
    bus,
    limits,
    now: clock.now,
    configurationSet: names.CONFIGURATION_SET,
    onDelivered: async (mail) => {
      if (mail.to.some(isOutOfOffice)) await act(mail, { type: "reply", text: "I am out of the office until Monday.", automatic: true });
    },
  });
  const act = createActor({ clock, ses, suppression, objects, receives: (address) => receives(stores, address) });
  const quiet = (): Promise<void> => untilQuiet(ses, invocations);

  const awsServer = createAwsServer({ ses, suppression, bus, objects, now: clock.now, terminal });
  const awsPort = await listen(awsServer, 0);
  undo.push(() => closed(awsServer));
  let answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> = async (_, response) =>
    writeMessage(response, 503, "Service Unavailable");
  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      terminal.warn(`${request.method} ${request.url} failed: ${describeFault(fault)}`);
      if (!response.headersSent) writeMessage(response, 500, "Internal Server Error");
      else response.destroy();
    });
  });
  const port = await listen(server, options.port ?? 0);
  const url = `http://127.0.0.1:${port}`;
  const aws = { AWS_REGION: region, AWS_ENDPOINT_URL: `http://127.0.0.1:${awsPort}`, DYNAMODB_ENDPOINT_URL: engine.endpoint };
  for (const each of loaded) running.set(each.declaration.name, startFunction(each, { ...names, PUBLIC_URL: url }, aws, runtime));

  const turns = createTurns();
  const ticker = createTicker([...running.values()], { now: clock.now, turns, terminal });
  const moveTo = (target: () => Promise<number>): Promise<Advanced> =>
    turns(async () => advanceClock({ clock, due: stores.due, tick: ticker.tick, quiet }, await target()));
  const gateway = createGateway([...running.values()], clock.now, terminal);
  const guard = createGuard(port, token);
  const local = {
    guard,
    mails,
    act,
    clock,
    bus,
    due: stores.due,
    advance: (to: { readonly kind: "by"; readonly milliseconds: number } | { readonly kind: "next" }) =>
      moveTo(async () =>
        to.kind === "by" ? clock.now() + to.milliseconds : Math.max(clock.now(), (await nextDue(stores.due))?.dueAt ?? 0),
      ),
  };
  answer = async (request, response) => {
    if (/^\/(local|api)(\/|\?|$)/.test(request.url ?? "")) {
      const refused = guard.ownSite(request);
      if (refused !== undefined) return writeMessage(response, refused.status, refused.message);
    }
    return /^\/local(\/|\?|$)/.test(request.url ?? "") ? answerLocal(local, request, response) : gateway(request, response);
  };
  undo.push(() => turns(() => untilOver(ses)));
  undo.push(() => closed(server));
  await ses.resume();
  invocations.begin();
  if (options.schedule ?? true) ticker.start();
  undo.push(() => ticker.stop());
  return {
    url,
    token,
    clock,
    runtime,
    stores,
    aws,
    quiet,
    tick: () => turns(ticker.tick),
    advance: (milliseconds) => local.advance({ kind: "by", milliseconds }),
    stop: () => stopAll(undo),
  };
}

/** The rules that the stacks deploy for a function: its own pattern, or the bucket's notices of received mail. */
function rulesOf({ declaration: { name, trigger } }: LocalFunction): readonly Rule[] {
  if (trigger.kind === "event")
    return [{ bus: trigger.bus === "relance" ? names.BUS : trigger.bus, pattern: trigger.pattern, target: name }];
  if (trigger.kind !== "inbound-mail") return [];
  return [
    {
      bus: "default",
      pattern: { source: ["aws.s3"], "detail-type": ["Object Created"], detail: { bucket: { name: [names.INBOX] } } },
      target: name,
    },
  ];
}

const settingsSchema = z.looseObject({ replyDomain: z.string() });

/** SES receives mail for the domain the settings name; before there are settings, for any. */
async function receives(stores: Stores, address: string): Promise<boolean> {
  const [settings] = await stores.definitions.current("settings");
  const read = settingsSchema.safeParse(settings?.artefact);
  return !read.success || address.toLowerCase().endsWith(`@${read.data.replyDomain.toLowerCase()}`);
}

async function untilQuiet(ses: Ses, invocations: Invocations): Promise<void> {
  while (ses.busy() || invocations.busy()) {
    await ses.settled();
    await invocations.idle();
  }
}

function untilOver(ses: Ses): Promise<void> {
  return ses.settled();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address: AddressInfo | string | null = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : port);
    });
  });
}

/** Lets requests in flight end, and closes connections that only wait. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

async function stopAll(undo: (() => Promise<void> | void)[]): Promise<void> {
  for (let stop = undo.pop(); stop !== undefined; stop = undo.pop()) await stop();
}
