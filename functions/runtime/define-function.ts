import type * as z from "zod";
import { type Runtime, systemRuntime } from "./runtime.ts";

/** Environment variables as a function is given them: the process's on Lambda, an object of its own on a laptop. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface RelanceFunction<Event, Answer> {
  /** Builds the function for one environment; the local runtime calls this, with its own clock. */
  readonly create: (environment: Environment, runtime: Runtime) => (event: Event) => Promise<Answer>;
  /** What Lambda calls. Configuration is read and clients are built at the first call, not at import. */
  readonly handler: (event: Event) => Promise<Answer>;
}

/** Makes a function of its configuration's schema and of what builds it. */
export function defineFunction<Config, Event, Answer>(parts: {
  readonly name: string;
  readonly config: z.ZodType<Config>;
  readonly build: (config: Config, runtime: Runtime) => (event: Event) => Promise<Answer>;
}): RelanceFunction<Event, Answer> {
  const create = (environment: Environment, runtime: Runtime): ((event: Event) => Promise<Answer>) =>
    parts.build(readConfig(parts.name, parts.config, environment), runtime);
  let built: ((event: Event) => Promise<Answer>) | undefined;
  return {
    create,
    handler: (event) => {
      built ??= create(process.env, systemRuntime);
      return built(event);
    },
  };
}

/** Reads a configuration, naming every missing or wrong key at once. */
function readConfig<Config>(name: string, schema: z.ZodType<Config>, environment: Environment): Config {
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
  throw new Error(`The function ${name} cannot start: ${wrong}. Set these environment variables.`);
}
