import { describeAnswer } from "./describe-answer.ts";
import { readTemplates } from "./read-templates.ts";

/** `npm run push`: publishes ./templates to the Relance at RELANCE_URL, with an API key that may `definitions:publish`, or the console's token, in RELANCE_TOKEN. */
const url = process.env["RELANCE_URL"];
const token = process.env["RELANCE_TOKEN"];
if (url === undefined || token === undefined) {
  process.stderr.write("Set RELANCE_URL (where Relance is) and RELANCE_TOKEN (an API key, or the console's token).\n");
  process.exit(2);
}
try {
  const answer = await fetch(new URL("/api/publish", url), {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ files: await readTemplates("templates") }),
  });
  const body: unknown = await answer.json().catch(() => undefined);
  (answer.ok ? process.stdout : process.stderr).write(`${describeAnswer(answer.status, body)}\n`);
  process.exitCode = answer.ok ? 0 : 1;
} catch (thrown) {
  // fetch says only that it failed; its cause says why.
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  process.stderr.write(`Nothing was published to ${url}: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}
