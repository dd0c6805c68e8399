import { spawn } from "node:child_process";
import { once } from "node:events";

/** AWS's own DynamoDB Local: the one that runs at DYNAMODB_LOCAL_URL, else one that is started and stopped here (Java 17). */
export async function dynamoDbLocal(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const given = process.env["DYNAMODB_LOCAL_URL"];
  if (given !== undefined && given !== "") return { url: given, stop: () => undefined };
  const child = spawn(process.execPath, ["tests/dynamodb-local/start.mjs"], { stdio: ["ignore", "pipe", "inherit"] });
  // It outlives nobody: a benchmark that fails ends with its process.
  process.once("exit", () => child.kill("SIGTERM"));
  const [line] = await once(child.stdout, "data");
  return { url: String(line).trim(), stop: () => void child.kill("SIGTERM") };
}
