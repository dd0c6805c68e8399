import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Instant } from "#core/time/instant.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Bus } from "#local/bus/bus.ts";
import { putEvents } from "#local/bus/put-events.ts";
import type { ObjectFolder } from "#local/mail/object-folder.ts";
import type { Zone } from "#local/dns/zone.ts";
import { answerIdentity } from "#local/mail/answer-identity.ts";
import { answerSuppression } from "#local/mail/answer-suppression.ts";
import type { Ses } from "#local/mail/ses.ts";
import type { SuppressionList } from "#local/mail/suppression-list.ts";
import type { Terminal } from "#local/terminal.ts";
import { type AwsAnswer, awsError } from "./aws-answer.ts";

/** The services behind the one endpoint that the functions' SDK clients are given. */
export interface AwsServices {
  readonly ses: Ses;
  readonly suppression: SuppressionList;
  readonly bus: Bus;
  readonly zone: Zone;
  readonly objects: ObjectFolder;
  readonly now: () => Instant;
  readonly terminal: Terminal;
}

/** The emulators' server: tells the services apart by how their protocols look. */
export function createAwsServer(services: AwsServices): Server {
  return createServer((request, response) => {
    void answer(services, request)
      .catch((fault: unknown) => {
        services.terminal.warn(`The emulator of AWS failed on ${request.method} ${request.url}: ${describeFault(fault)}`);
        return awsError(500, "InternalFailure", "The local emulator failed.");
      })
      .then((answered) => write(response, answered));
  });
}

async function answer(services: AwsServices, request: IncomingMessage): Promise<AwsAnswer> {
  const body = await readAll(request);
  const method = request.method ?? "GET";
  // As it was sent: a URL parser would fold the dots in an object's key.
  const [pathname = "/"] = (request.url ?? "/").split("?");
  const target = request.headers["x-amz-target"]?.toString();
  if (target === "AWSEvents.PutEvents") return putEvents(services.bus, body, services.now());
  if (target !== undefined) return awsError(400, "UnknownOperationException", `${target} is not emulated.`);
  if (pathname === "/v2/email/outbound-emails" && method === "POST") return services.ses.sendEmail(parseJson(body));
  if (pathname === "/v2/email/account" && method === "GET") return services.ses.account();
  const identity = /^\/v2\/email\/identities\/([^/]+)$/.exec(pathname)?.[1];
  if (identity !== undefined && method === "GET") return answerIdentity(services.zone, decodeURIComponent(identity).toLowerCase());
  const suppressed = /^\/v2\/email\/suppression\/addresses(?:\/([^/]+))?$/.exec(pathname);
  if (suppressed !== null) {
    const address = suppressed[1] === undefined ? undefined : decodeURIComponent(suppressed[1]);
    return answerSuppression(services.suppression, method, address, parseJson(body), services.now());
  }
  if (pathname.startsWith("/v2/email/")) return awsError(404, "UnknownOperationException", `${method} ${pathname} is not emulated.`);
  return services.objects.answer(method, pathname, body, services.now());
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

function write(response: ServerResponse, { status, headers, body }: AwsAnswer): void {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    "content-type": "application/json",
    "x-amzn-requestid": "local",
    "content-length": bytes.length,
    ...headers,
  });
  response.end(bytes);
}
