import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aFunction, type StartedLocal, startLocal } from "#tests/local/start-local.ts";

const heard: unknown[] = [];
let failures = 0;
const said: string[] = [];
const buyers = aFunction(
  "purchase",
  { kind: "event", bus: "relance", pattern: { source: [{ "anything-but": ["relance"] }], "detail-type": ["purchase"] } },
  (event) => {
    heard.push(event);
    if (failures-- > 0) throw new Error("not now");
  },
);

let relance: StartedLocal;
let client: EventBridgeClient;
beforeAll(async () => {
  relance = await startLocal({ functions: [buyers], terminal: { say: () => undefined, warn: (line) => void said.push(line) } });
  client = new EventBridgeClient({
    region: "eu-west-3",
    endpoint: relance.aws.AWS_ENDPOINT_URL,
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    maxAttempts: 1,
  });
});
beforeEach(() => {
  heard.splice(0);
  failures = 0;
});
afterAll(() => relance.stop());

function anEntry(change: PutEventsRequestEntry = {}): PutEventsRequestEntry {
  return { EventBusName: "relance", Source: "shop", DetailType: "purchase", Detail: '{"id":"o1"}', ...change };
}
const put = (...Entries: PutEventsRequestEntry[]) => client.send(new PutEventsCommand({ Entries }));

describe("PutEvents, through the real client", () => {
  it("takes an event to the function whose pattern it matches, as EventBridge shapes it", async () => {
    const answer = await put(anEntry({ Time: new Date("2026-11-23T08:00:00Z"), Resources: ["order/1"] }));
    await relance.quiet();

    expect(answer).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
    expect(heard).toEqual([
      {
        version: "0",
        id: answer.Entries?.[0]?.EventId,
        "detail-type": "purchase",
        source: "shop",
        account: "123456789012",
        time: "2026-11-23T08:00:00Z",
        region: "eu-west-3",
        resources: ["order/1"],
        detail: { id: "o1" },
      },
    ]);
  });

  it("takes an event that matches nothing, or comes on another bus, to nobody", async () => {
    await put(anEntry({ Source: "relance" }), anEntry({ DetailType: "refund" }), anEntry({ EventBusName: "default" }));
    await relance.quiet();

    expect(heard).toEqual([]);
  });

  it("knows a bus by its ARN too", async () => {
    await put(anEntry({ EventBusName: "arn:aws:events:eu-west-3:123456789012:event-bus/relance" }));
    await relance.quiet();

    expect(heard).toHaveLength(1);
  });

  it("fails the wrong entries and takes the others", async () => {
    const answer = await put(
      anEntry({ Source: "" }),
      anEntry({ Detail: "not JSON" }),
      anEntry({ Detail: "[1]" }),
      anEntry({ Source: "aws.ses" }),
      anEntry({ EventBusName: "nowhere" }),
      anEntry(),
    );
    await relance.quiet();

    expect(answer.FailedEntryCount).toBe(5);
    expect(answer.Entries?.map(({ ErrorCode, EventId }) => ErrorCode ?? typeof EventId)).toEqual([
      "InvalidArgument",
      "MalformedDetail",
      "MalformedDetail",
      "NotAuthorizedForSourceException",
      "ResourceNotFoundException",
      "string",
    ]);
    expect(heard).toHaveLength(1);
  });

  it("refuses more than ten entries, or more than 256 KB, as a whole", async () => {
    await expect(put(...Array.from({ length: 11 }, () => anEntry()))).rejects.toMatchObject({ name: "ValidationException" });
    await expect(put(anEntry({ Detail: JSON.stringify({ a: "x".repeat(256 * 1024) }) }))).rejects.toThrow("over the limit");
    await relance.quiet();

    expect(heard).toEqual([]);
  });

  it("tries a function that fails twice more", async () => {
    failures = 2;
    await put(anEntry());
    await relance.quiet();

    expect(heard).toHaveLength(3);
  });

  it("sets aside what failed three times, and says so", async () => {
    failures = 3;
    await put(anEntry({ Detail: '{"id":"poison"}' }));
    await relance.quiet();

    const letters = await readFile(join(relance.folder, "dead-letters.jsonl"), "utf8");
    expect(heard).toHaveLength(3);
    expect(JSON.parse(letters.trim())).toMatchObject({
      target: "purchase",
      problem: "Error: not now",
      event: { detail: { id: "poison" } },
    });
    expect(said.join("\n")).toContain('purchase failed three times on "purchase"');
  });
});
