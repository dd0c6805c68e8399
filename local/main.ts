import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { defaultLimits } from "#local/mail/send-limits.ts";
import { FolderTaken, startRelance } from "./relance.ts";
import { processTerminal } from "./terminal.ts";

const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  RELANCE_DATA: z.string().min(1).default(".relance"),
  RELANCE_SES_RATE: z.coerce.number().positive().default(defaultLimits.perSecond).describe("mails a second"),
  RELANCE_SES_DAY: z.coerce.number().positive().default(defaultLimits.perDay).describe("mails in 24 hours"),
  RELANCE_SES_LATENCY_MS: z.coerce.number().nonnegative().default(defaultLimits.latencyMs),
});

/** In-flight work is given this long to end, in milliseconds; what is cut off is healed at the next start. */
const patience = 15_000;

async function main(): Promise<void> {
  const read = settingsSchema.safeParse(process.env);
  if (!read.success) throw new Error(`These settings of the environment cannot be used:\n${z.prettifyError(read.error)}`);
  const settings = read.data;
  // Relative paths of what came with Relance (templates, console) are from its own folder; the data folder's from the caller's.
  const folder = resolve(settings.RELANCE_DATA);
  // The SDK warns of the Node versions it will leave behind; package.json says which Relance runs on.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  const relance = await startRelance({
    folder,
    port: settings.PORT,
    templates: "templates",
    watch: true,
    console: true,
    ses: { perSecond: settings.RELANCE_SES_RATE, perDay: settings.RELANCE_SES_DAY, latencyMs: settings.RELANCE_SES_LATENCY_MS },
    terminal: processTerminal,
  });
  stopOnSignal(relance.stop);
  processTerminal.say(`Relance is ready: ${relance.url}/#token=${relance.token}`);
  processTerminal.say(`  the example's form     ${relance.url}/forms/demo`);
  processTerminal.say(`  its mailbox and clock  ${relance.url}/local/mailbox#token=${relance.token}`);
  processTerminal.say(`  everything there is    ${relance.url}/local/#token=${relance.token}`);
  processTerminal.say("Mail goes to the mailbox and to nobody else. Ctrl+C stops.");
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(0), patience).unref();
      stop().then(
        () => process.exit(0),
        (fault: unknown) => fail(fault),
      );
    });
  }
}

function fail(fault: unknown): never {
  const message = fault instanceof Error ? (fault instanceof FolderTaken ? fault.message : (fault.stack ?? fault.message)) : String(fault);
  processTerminal.warn(message);
  process.exit(1);
}

main().catch(fail);
