import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { aFunction, sesListener, startLocal } from "./start-local.ts";

const mailEventSchema = z.looseObject({ detail: z.looseObject({ eventType: z.string(), mail: z.looseObject({ messageId: z.string() }) }) });
const purchaseSchema = z.looseObject({ detail: z.looseObject({ id: z.string() }) });

async function startChild(folder: string): Promise<{ readonly child: ChildProcess; readonly endpoint: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/local/durability-child.ts", folder], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (child.stdout === null) throw new Error("The child has no output.");
  const [endpoint] = z.tuple([z.string()]).parse(await once(createInterface(child.stdout), "line"));
  return { child, endpoint };
}

describe("the emulators' promises", () => {
  it("outlive a process that is killed: every mail and event it had answered for is kept and told", async () => {
    const folder = await mkdtemp(join(tmpdir(), "relance-killed-"));
    const { child, endpoint } = await startChild(folder);
    const options = { region: "eu-west-3", endpoint, credentials: { accessKeyId: "a", secretAccessKey: "b" }, maxAttempts: 1 };
    const ses = new SESv2Client(options);
    const bus = new EventBridgeClient(options);
    const mails: string[] = [];
    const purchases: string[] = [];
    const body = { Simple: { Subject: { Data: "Hello" }, Body: { Text: { Data: "Hello ".repeat(3000) } } } };
    // Many at once, and the kill in their midst: only those that were answered count.
    const sending = Array.from({ length: 400 }, async (_, index) => {
      const sent = await ses.send(
        new SendEmailCommand({ FromEmailAddress: "a@lumen.example", Destination: { ToAddresses: ["b@company.example"] }, Content: body }),
      );
      mails.push(sent.MessageId ?? "");
      const put = await bus.send(
        new PutEventsCommand({
          Entries: [{ EventBusName: "relance", Source: "shop", DetailType: "purchase", Detail: `{"id":"o${index}"}` }],
        }),
      );
      if (put.FailedEntryCount === 0) purchases.push(`o${index}`);
      if (purchases.length === 60) child.kill("SIGKILL");
    });
    await Promise.allSettled(sending);

    const heardOfMail: unknown[] = [];
    const heardOfPurchases: unknown[] = [];
    const buyers = aFunction(
      "purchase",
      { kind: "event", bus: "relance", pattern: { "detail-type": ["purchase"] } },
      (event) => void heardOfPurchases.push(event),
    );
    const relance = await startLocal({ folder, functions: [sesListener(heardOfMail), buyers] });
    try {
      await relance.quiet();
      const kept = await fetch(`${relance.url}/local/mailbox`, { headers: { authorization: `Bearer ${relance.token}` } });
      const ids = z
        .array(z.looseObject({ id: z.string() }))
        .parse(await kept.json())
        .map(({ id }) => id);
      const told = heardOfMail.map((event) => mailEventSchema.parse(event).detail);

      expect(purchases.length).toBeGreaterThanOrEqual(60);
      expect(purchases.length).toBeLessThan(400);
      for (const id of mails) {
        expect(ids).toContain(id);
        expect(told).toContainEqual(expect.objectContaining({ eventType: "Send", mail: expect.objectContaining({ messageId: id }) }));
        expect(told).toContainEqual(expect.objectContaining({ eventType: "Delivery", mail: expect.objectContaining({ messageId: id }) }));
      }
      const bought = heardOfPurchases.map((event) => purchaseSchema.parse(event).detail.id);
      for (const id of purchases) expect(bought).toContain(id);
    } finally {
      await relance.stop();
    }
  });

  it("are told once and not again at later starts", async () => {
    const heard: unknown[] = [];
    const functions = [sesListener(heard)];
    const first = await startLocal({ functions });
    const client = new SESv2Client({
      region: "eu-west-3",
      endpoint: first.aws.AWS_ENDPOINT_URL,
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
    });
    const body = { Simple: { Subject: { Data: "Hello" }, Body: { Text: { Data: "Hello" } } } };
    await client.send(
      new SendEmailCommand({ FromEmailAddress: "a@lumen.example", Destination: { ToAddresses: ["b@company.example"] }, Content: body }),
    );
    await first.quiet();
    await first.stopKeeping();
    // A record that a kill cut in two is passed over: nobody was told that it stood.
    await appendFile(join(first.folder, "mailbox.jsonl"), '{"mail":{"id":"half');

    const second = await startLocal({ folder: first.folder, functions });
    await second.quiet();
    const kept = await fetch(`${second.url}/local/mailbox`, { headers: { authorization: `Bearer ${second.token}` } });
    expect(await kept.json()).toHaveLength(1);
    expect(heard).toHaveLength(2);
    await second.stop();
  });
});
