import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { dynamoClient } from "#functions/adapters/dynamo/dynamo-client.ts";
import { enrollmentItem } from "#functions/adapters/dynamo/enrollment-store.ts";
import { personItem } from "#functions/adapters/dynamo/person-store.ts";
import { publishDefinitions } from "#functions/publish/publish-definitions.ts";
import { readTemplates } from "#functions/publish/read-templates.ts";
import type { Runtime } from "#functions/runtime/runtime.ts";
import { makeMailWorkshop } from "#functions/work/make-workshop.ts";
import type { MailWorkshop } from "#functions/work/workshop.ts";
import { startDynamo } from "#local/dynamo/start-dynamo.ts";
import { type AwsStub, startAwsStub } from "./aws-stub.ts";
import { aPerson, aRun, arrival } from "./people.ts";

/** The embedded engine in a folder of its own, the stubs, and a workshop over them at a clock the benchmark sets. */
export interface BenchBase {
  readonly workshop: MailWorkshop;
  readonly aws: AwsStub;
  readonly environment: Readonly<Record<string, string>>;
  readonly runtime: Runtime & { set(now: number): void };
  /** Stores people, and runs of the first so many of them due at an instant. */
  seed(people: number, due: number, dueAt: number, from?: number): Promise<void>;
  close(): Promise<void>;
}

const table = "relance";

export async function openBenchBase(options: { readonly sesLatencyMs?: number; readonly engine?: string } = {}): Promise<BenchBase> {
  const folder = mkdtempSync(join(tmpdir(), "relance-bench-"));
  const engine = options.engine === undefined ? await startDynamo({ folder, table }) : undefined;
  const aws = await startAwsStub(options.sesLatencyMs ?? 0);
  const environment = {
    AWS_REGION: "eu-west-3",
    AWS_ENDPOINT_URL: aws.url,
    DYNAMODB_ENDPOINT_URL: engine?.endpoint ?? options.engine ?? "",
    TABLE: table,
    BUS: "relance",
    CONFIGURATION_SET: "relance",
    PUBLIC_URL: "https://relance.example",
  };
  let now = arrival;
  const runtime = { now: () => now, random: (bytes: number) => randomBytes(bytes), set: (to: number) => void (now = to) };
  const workshop = makeMailWorkshop(environment, runtime);
  const published = await publishDefinitions({ store: workshop.stores.definitions, files: await readTemplates("templates"), now });
  if (published.kind === "problems") throw new Error("templates/ cannot be published");
  return {
    workshop,
    aws,
    environment,
    runtime,
    seed: (people, due, dueAt, from = 0) => seed(environment.DYNAMODB_ENDPOINT_URL, people, due, dueAt, from),
    close: async () => {
      aws.close();
      await engine?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function seed(endpoint: string, people: number, due: number, dueAt: number, from: number): Promise<void> {
  const client = dynamoClient({ AWS_REGION: "eu-west-3", AWS_ENDPOINT_URL: undefined, DYNAMODB_ENDPOINT_URL: endpoint });
  const batches = function* () {
    let batch: Record<string, unknown>[] = [];
    for (let index = from; index < from + people; index++) {
      batch.push(personItem(aPerson(index)));
      if (index < from + due) batch.push(enrollmentItem(aRun(index, dueAt)));
      if (batch.length >= 24) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  };
  const rest = batches();
  const write = async (): Promise<void> => {
    for (const batch of rest) {
      const puts = batch.map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, write));
  client.destroy();
}
