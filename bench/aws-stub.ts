import { once } from "node:events";
import { Worker } from "node:worker_threads";
import * as z from "zod";

/** SES and EventBridge reduced to their answers, so that what is timed is Relance and not an emulator. */
export interface AwsStub {
  readonly url: string;
  counts(): Promise<{ readonly sent: number; readonly events: number }>;
  close(): void;
}

const portSchema = z.object({ port: z.number() });
const countsSchema = z.object({ sent: z.number(), events: z.number() });

/** `latencyMs` is what SES takes to answer a SendEmail. */
export async function startAwsStub(latencyMs: number): Promise<AwsStub> {
  const worker = new Worker(new URL("./aws-stub-worker.mjs", import.meta.url), { workerData: { latencyMs }, execArgv: [] });
  const [started] = await once(worker, "message");
  return {
    url: `http://127.0.0.1:${portSchema.parse(started).port}`,
    counts: async () => {
      worker.postMessage("counts");
      const [counts] = await once(worker, "message");
      return countsSchema.parse(counts);
    },
    close: () => worker.postMessage("close"),
  };
}
