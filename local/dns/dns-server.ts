import { createSocket } from "node:dgram";
import { decode, encode, type Answer, type Packet, type Question } from "dns-packet";
import type { Zone, ZoneType } from "./zone.ts";

/** Name servers on this machine: what the functions ask instead of the world's. */
export interface DnsServer {
  /** As a resolver is given it: `127.0.0.1:5353`. */
  readonly address: string;
  close(): Promise<void>;
}

export async function startDnsServer(zone: Zone): Promise<DnsServer> {
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    void answer(zone, message)
      .then((reply) => (reply === undefined ? undefined : socket.send(reply, from.port, from.address)))
      // Who asks nonsense gets silence, as from the world's servers; a zone that cannot be read, a failure.
      .catch(() => undefined);
  });
  await new Promise<void>((bound) => socket.bind(0, "127.0.0.1", bound));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise((closed) => socket.close(() => closed())),
  };
}

const authoritative = 1 << 10;
const serverFailed = 2;

async function answer(zone: Zone, message: Buffer): Promise<Buffer | undefined> {
  const { id, questions = [] } = decode(message);
  const [question] = questions;
  if (question === undefined) return undefined;
  const reply: Packet = { type: "response", ...(id === undefined ? {} : { id }), questions };
  try {
    return encode({ ...reply, flags: authoritative, answers: [...(await answersTo(zone, question))] });
  } catch {
    return encode({ ...reply, flags: serverFailed });
  }
}

async function answersTo(zone: Zone, { name, type }: Question): Promise<readonly Answer[]> {
  if (!isZoneType(type)) return [];
  return (await zone.lookUp(name, type)).map((value): Answer => {
    switch (type) {
      case "CNAME":
        return { name, type, ttl: 60, data: value };
      case "MX":
        return { name, type, ttl: 60, data: { preference: Number.parseInt(value, 10), exchange: value.replace(/^\d+ /, "") } };
      case "TXT":
        return { name, type, ttl: 60, data: value };
    }
  });
}

function isZoneType(type: string): type is ZoneType {
  return type === "CNAME" || type === "MX" || type === "TXT";
}
