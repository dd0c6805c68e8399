import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FunctionDeclaration, TriggerDeclaration } from "#functions/declaration.ts";
import type { Environment } from "#functions/runtime/define-function.ts";
import type { LocalFunction } from "#local/functions.ts";
import { type Relance, type RelanceOptions, startRelance } from "#local/relance.ts";

/** A function of a test's own, behind the trigger it asks for. */
export function aFunction(
  name: string,
  trigger: TriggerDeclaration,
  handle: (event: unknown) => unknown,
  given: Partial<FunctionDeclaration> & { readonly onCreate?: (environment: Environment) => void } = {},
): LocalFunction {
  const { onCreate, ...declared } = given;
  return {
    declaration: {
      name,
      entry: "tests",
      errorImpact: "nobody",
      trigger,
      environment: [],
      permissions: [],
      timeoutSeconds: 10,
      memoryMb: 128,
      ...declared,
    },
    create: (environment) => {
      onCreate?.(environment);
      return async (event) => handle(event);
    },
  };
}

/** A function that notes what SES tells the default bus. */
export function sesListener(heard: unknown[]): LocalFunction {
  return aFunction("feedback", { kind: "event", bus: "default", pattern: { source: ["aws.ses"] } }, (event) => void heard.push(event));
}

/** Relance in a folder; `stop` takes that away too. */
export interface StartedLocal extends Relance {
  readonly folder: string;
  stopKeeping(): Promise<void>;
}

/** Relance on an empty folder (unless one is given) and a free port, without a schedule. */
export async function startLocal(options: Partial<RelanceOptions> = {}): Promise<StartedLocal> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "relance-test-")));
  const relance = await startRelance({ functions: [], schedule: false, retryPausesMs: [1, 1], ...options, folder });
  return {
    ...relance,
    folder,
    stopKeeping: relance.stop,
    stop: async () => {
      await relance.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
