import { once } from "node:events";
import { Worker } from "node:worker_threads";
import * as z from "zod";
import { createTable } from "./create-table.ts";

/** The embedded engine, listening on loopback. */
export interface Engine {
  readonly endpoint: string;
  close(): Promise<void>;
}

const startedSchema = z.object({ port: z.number() });

/** Starts dynalite in a worker thread, kept in a folder or (without one) in memory, and makes the table if it is not there. */
export async function startDynamo(options: { readonly folder?: string; readonly table: string }): Promise<Engine> {
  const worker = new Worker(new URL("./engine-worker.mjs", import.meta.url), { workerData: { folder: options.folder }, execArgv: [] });
  const started = await Promise.race([
    once(worker, "message").then(([message]) => startedSchema.parse(message)),
    once(worker, "error").then(([fault]) =>
      Promise.reject(new Error("The embedded database cannot start. Is another process using its folder?", { cause: fault })),
    ),
  ]);
  const endpoint = `http://127.0.0.1:${started.port}`;
  await createTable(endpoint, options.table);
  return {
    endpoint,
    close: async () => {
      const exited = once(worker, "exit");
      worker.postMessage("close");
      await exited;
    },
  };
}
