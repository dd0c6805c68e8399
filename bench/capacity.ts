import { randomBytes } from "node:crypto";
import { sesEventSchema } from "#core/feedback/ses-event.ts";
import type { Message } from "#core/message/message.ts";
import { newId } from "#core/id/id.ts";
import { day, second } from "#core/time/instant.ts";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { dynamoStores } from "#functions/adapters/dynamo/dynamo-stores.ts";
import { publishDefinitions } from "#functions/publish/publish-definitions.ts";
import { readTemplates } from "#functions/publish/read-templates.ts";
import { jsonLogger } from "#functions/runtime/logger.ts";
import { applySesEvent } from "#functions/work/apply-ses-event.ts";
import { createDefinitions } from "#functions/work/definitions.ts";
import { drain } from "#functions/work/drain.ts";
import { makeMailWorkshop } from "#functions/work/make-workshop.ts";
import { receive } from "#functions/work/receive.ts";
import type { MailWorkshop } from "#functions/work/workshop.ts";
import { createTable } from "#local/dynamo/create-table.ts";
import { startAwsStub } from "./aws-stub.ts";
import type { Benchmark, Figure } from "./bench.ts";
import { meterCapacity } from "./capacity-meter.ts";
import { dynamoDbLocal } from "./dynamodb-local.ts";
import { aPerson, aRun, arrival } from "./people.ts";

const mails = 200;
const arrivals = 50;

/** us-east-1, on demand, per million (FACTS of November 2026, from AWS's price pages). */
const price = { write: 0.625, read: 0.125, busEvent: 1, lambdaCall: 0.2, gbSecond: 13.3334 } as const;

/** What one mail and one submission cost, in DynamoDB's own count of units, and in money per million with everything but SES's fee. */
export const capacity: Benchmark = {
  name: "capacity",
  run: async () => {
    const local = await dynamoDbLocal();
    const aws = await startAwsStub(0);
    const table = `bench-${randomBytes(4).toString("hex")}`;
    await createTable(local.url, table);
    const client = dynamoClient({ AWS_REGION: "eu-west-3", AWS_ENDPOINT_URL: undefined, DYNAMODB_ENDPOINT_URL: local.url });
    const meter = meterCapacity(client);
    const stores = dynamoStores(client, table);
    let now = arrival;
    const runtime = { now: () => now, random: (bytes: number) => randomBytes(bytes) };
    const config = {
      AWS_REGION: "eu-west-3",
      AWS_ENDPOINT_URL: aws.url,
      TABLE: table,
      BUS: "relance",
      CONFIGURATION_SET: "relance",
      PUBLIC_URL: "https://relance.example",
    };
    const workshop: MailWorkshop = { ...makeMailWorkshop(config, runtime), stores, definitions: createDefinitions(stores.definitions) };
    await publishDefinitions({ store: stores.definitions, files: await readTemplates("templates"), now });
    await warm(workshop);

    for (let index = 0; index < mails; index++) {
      await stores.people.create(aPerson(index));
      await stores.addresses.claim(aPerson(index).addressHash, aPerson(index).id);
      await stores.enrollments.start(aRun(index, arrival + day));
    }
    now = arrival + day;
    const before = await aws.counts();
    meter.take();
    const begun = performance.now();
    await drain(workshop, { timeMs: 60_000, log: jsonLogger("bench") });
    const tickMs = (performance.now() - begun) / mails;
    const told = await feedback(workshop, now);
    const mailed = meter.take();
    const busEvents = ((await aws.counts()).events - before.events) / mails;
    for (let index = 0; index < arrivals; index++) await receive(workshop, submission(index), jsonLogger("bench"));
    const arrived = meter.take();
    aws.close();
    local.stop();
    return figures({ mailed, arrived, busEvents, tickMs, told });
  },
};

/** Reads the definitions and the root key once: they are read by the minute, not by the mail. */
async function warm(workshop: MailWorkshop): Promise<void> {
  await Promise.all([
    workshop.definitions.settings(),
    workshop.definitions.judging(),
    workshop.definitions.sequences(),
    workshop.definitions.email("demo-2-facture"),
    workshop.definitions.email("demo-1-bienvenue"),
  ]);
  await workshop.stores.secrets.rootKey(() => randomBytes(32));
}

function submission(index: number) {
  return {
    id: newId("submission", arrival, randomBytes(10)),
    rev: 1,
    source: "form:demo",
    sourceKind: "form",
    basis: "consent" as const,
    status: "pending" as const,
    extracted: {
      email: `arrival-${index}@example.com`,
      firstName: "Zoé",
      company: "Dupont & Fils",
      consent: true,
      consentText: "J’accepte de recevoir d’Atelier Lumen quelques e-mails sur mon projet d’éclairage.",
      consentTextVersion: "2026-11",
      utm: { source: "site" },
      hidden: {},
      answers: [
        { key: "need", title: "Que souhaitez-vous éclairer ?", value: "workshop" },
        { key: "budget", title: "Votre budget", value: "5k-20k" },
        { key: "role", title: "Votre rôle dans ce projet", value: "decides" },
        { key: "timing", title: "Pour quand ?", value: "now" },
      ],
      eventId: `bench-${index}`,
    },
    receivedAt: arrival,
    attempts: 0,
  };
}

/** SES tells: every mail sent, 98 in a hundred delivered, 4 clicked. */
async function feedback(workshop: MailWorkshop, now: number): Promise<{ readonly calls: number; readonly ms: number }> {
  let calls = 0;
  let ms = 0;
  const tell = async (message: Message, detail: Readonly<Record<string, unknown>>): Promise<void> => {
    const tags = { "relance-message": [message.id], "relance-person": [message.personId] };
    const mail = { messageId: message.sesMessageId ?? "", timestamp: new Date(now).toISOString(), destination: ["a@example.com"], tags };
    const event = sesEventSchema.parse({ id: `${message.id}${calls}`, source: "aws.ses", detail: { ...detail, mail } });
    const begun = performance.now();
    await applySesEvent(workshop, event, jsonLogger("bench"));
    ms += performance.now() - begun;
    calls++;
  };
  for (let index = 0; index < mails; index++) {
    const page = await workshop.stores.timeline.page(aPerson(index).id, { limit: 1 });
    const [item] = page.items;
    if (item?.kind !== "message") throw new Error("a mail that was due left no record");
    const at = (after: number) => new Date(now + after).toISOString();
    await tell(item.message, { eventType: "Send", send: {} });
    if (index % 50 !== 0) await tell(item.message, { eventType: "Delivery", delivery: { timestamp: at(second) } });
    if (index % 25 === 1)
      await tell(item.message, {
        eventType: "Click",
        click: { timestamp: at(120 * second), link: "https://atelier-lumen.example/calcul", userAgent: "Mozilla/5.0" },
      });
  }
  return { calls: calls / mails, ms: ms / calls };
}

function figures(measured: {
  readonly mailed: { readonly read: number; readonly write: number };
  readonly arrived: { readonly read: number; readonly write: number };
  readonly busEvents: number;
  readonly tickMs: number;
  readonly told: { readonly calls: number; readonly ms: number };
}): readonly Figure[] {
  const { mailed, arrived, busEvents, tickMs, told } = measured;
  // Reading the timeline to find the message is the benchmark's own, half a unit a mail.
  const read = mailed.read / mails - 0.5;
  const write = mailed.write / mails;
  const lambda = told.calls * (price.lambdaCall + told.ms * 0.25 * (price.gbSecond / 1_000)) + tickMs * (price.gbSecond / 1_000);
  const dollars = write * price.write + read * price.read + busEvents * price.busEvent + lambda;
  return [
    { name: "write units a mail", value: write, unit: "WU", target: { atMost: 7 } },
    { name: "read units a mail", value: read, unit: "RU", target: { atMost: 3 } },
    { name: "bus events a mail", value: busEvents, unit: "" },
    { name: "Lambda a million mails", value: lambda, unit: "$" },
    { name: "everything but SES's fee, a million mails", value: dollars, unit: "$", target: { atMost: 8 } },
    { name: "write units a submission with its first mail", value: arrived.write / arrivals, unit: "WU" },
    { name: "read units a submission with its first mail", value: arrived.read / arrivals, unit: "RU" },
  ];
}
