import { makeApiWorkshop } from "#functions/work/make-api-workshop.ts";
import { systemRuntime } from "#functions/runtime/runtime.ts";
import { createApi } from "./app.ts";

/** The OpenAPI 3.1 document of the whole API. Nothing is called: the workshop is only there for the routes to be made. */
export async function describeWholeApi(): Promise<Record<string, unknown>> {
  const nowhere = { AWS_REGION: "eu-west-3", AWS_ENDPOINT_URL: "http://127.0.0.1:9", DYNAMODB_ENDPOINT_URL: "http://127.0.0.1:9" };
  const config = { ...nowhere, TABLE: "none", BUS: "none", CONFIGURATION_SET: "none", PUBLIC_URL: "http://127.0.0.1:9" };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const app = createApi(makeApiWorkshop(config, systemRuntime), { log, local: false, signIn: undefined });
  const answer = await app.request("/api/openapi.json");
  return (await answer.json()) as Record<string, unknown>;
}
