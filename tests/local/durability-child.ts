import { aFunction, startLocal } from "./start-local.ts";

/** A Relance whose functions never get anywhere: what it has accepted when it is killed is all still to do. */
const [folder = ""] = process.argv.slice(2);
const never = () => new Promise(() => undefined);
const relance = await startLocal({
  folder,
  functions: [
    aFunction("feedback", { kind: "event", bus: "default", pattern: { source: ["aws.ses"] } }, never, { timeoutSeconds: 900 }),
    aFunction("purchase", { kind: "event", bus: "relance", pattern: { "detail-type": ["purchase"] } }, never, { timeoutSeconds: 900 }),
  ],
});
process.stdout.write(`${relance.aws.AWS_ENDPOINT_URL}\n`);
