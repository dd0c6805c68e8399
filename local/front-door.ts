import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Gateway } from "#local/gateway/gateway.ts";
import type { Guard } from "#local/gateway/guard.ts";
import { decodedPath } from "#local/gateway/path.ts";
import { writeMessage } from "#local/gateway/write-answer.ts";
import { answerLocal } from "#local/mailbox/local-routes.ts";
import type { LocalContext } from "#local/mailbox/local-context.ts";
import { answerOidc } from "#local/oidc/oidc-routes.ts";
import type { LocalSignIn } from "#local/oidc/local-sign-in.ts";
import type { Terminal } from "./terminal.ts";

/** What answers, once everything stands. */
export interface Rooms {
  readonly guard: Guard;
  readonly gateway: Gateway;
  readonly local: LocalContext;
  /** The local issuer, unless another is configured. */
  readonly oidc: LocalSignIn | undefined;
}

/**
 * The one door: the mailbox, the clock and the console's API are for their owner on this machine; forms, hooks and links are
 * for everybody, as they are on AWS. Until `open` it answers 503.
 */
export function createFrontDoor(terminal: Terminal): { readonly server: Server; readonly open: (rooms: Rooms) => void } {
  let rooms: Rooms | undefined;
  const server = createServer((request, response) => {
    answer(rooms, request, response).catch((fault: unknown) => {
      // Whoever asked has gone: there is nobody to tell.
      if (response.destroyed) return;
      terminal.warn(`${request.method} ${request.url} failed: ${describeFault(fault)}`);
      if (response.headersSent) response.destroy();
      else writeMessage(response, 500, "Internal Server Error");
    });
  });
  return {
    server,
    open: (ready) => {
      rooms = ready;
    },
  };
}

async function answer(rooms: Rooms | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (rooms === undefined) return writeMessage(response, 503, "Service Unavailable");
  const path = decodedPath(request);
  const isLocal = /^\/local(\/|$)/.test(path);
  const refused = isLocal || /^\/api(\/|$)/.test(path) ? rooms.guard.ownSite(request) : undefined;
  if (refused !== undefined) return writeMessage(response, refused.status, refused.message);
  if (rooms.oidc !== undefined && path.startsWith("/local/oidc/")) return answerOidc(rooms.oidc, request, response);
  if (isLocal) return answerLocal(rooms.local, request, response);
  return rooms.gateway(request, response, await rooms.oidc?.standIn(request));
}
