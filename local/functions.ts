import * as z from "zod";
import type { EnvironmentName, FunctionDeclaration } from "#functions/declaration.ts";
import type { Environment } from "#functions/runtime/define-function.ts";
import type { Runtime } from "#functions/runtime/runtime.ts";

/** A function with its declaration, ready to be given an environment. Events and answers are whatever its trigger says. */
export interface LocalFunction {
  readonly declaration: FunctionDeclaration;
  readonly create: (environment: Environment, runtime: Runtime) => (event: unknown) => Promise<unknown>;
}

/** A function that runs. */
export interface RunningFunction {
  readonly declaration: FunctionDeclaration;
  readonly invoke: (event: unknown) => Promise<unknown>;
}

const createSchema = z.custom<LocalFunction["create"]>((value) => typeof value === "function", "must be a function");

/** Imports each declared function: its entry exports it under its own name. */
export function loadFunctions(declarations: readonly FunctionDeclaration[]): Promise<readonly LocalFunction[]> {
  return Promise.all(
    declarations.map(async (declaration) => {
      const entry = new URL(`../${declaration.entry}`, import.meta.url).href;
      const module: unknown = await import(entry);
      const found = z.looseObject({ [declaration.name]: z.looseObject({ create: createSchema }) }).safeParse(module);
      const create = found.data?.[declaration.name]?.create;
      if (create === undefined) throw new Error(`${declaration.entry} does not export the function ${declaration.name}.`);
      return { declaration, create };
    }),
  );
}

/** Gives a function its environment: the names it declares and where AWS is, nothing else, as on AWS. */
export function startFunction(
  { declaration, create }: LocalFunction,
  values: Readonly<Record<EnvironmentName, string>>,
  aws: Environment,
  runtime: Runtime,
): RunningFunction {
  const environment: Record<string, string | undefined> = { ...aws };
  for (const name of declaration.environment) environment[name] = values[name];
  const handle = create(environment, runtime);
  return { declaration, invoke: (event) => withinTime(declaration, handle(event)) };
}

/** As Lambda ends a function that takes longer than it declared. */
async function withinTime<T>({ name, timeoutSeconds }: FunctionDeclaration, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Task timed out after ${timeoutSeconds} seconds: ${name}`)), timeoutSeconds * 1000);
    timer.unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
