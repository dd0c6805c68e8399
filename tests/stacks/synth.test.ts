import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { functions } from "#functions/list.ts";

/** CDK as a developer runs it, in another process, with no credentials, no region and no way to ask for them. */
const out = mkdtempSync(join(tmpdir(), "relance-synth-"));
const stranger = { PATH: process.env["PATH"], HOME: out, CI: "true", AWS_EC2_METADATA_DISABLED: "true", CDK_DISABLE_CLI_TELEMETRY: "true" };

const templateSchema = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() })),
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}

// Another test may be reading the built console: it is not built again where it stands.
const build = existsSync("console/dist/index.html") ? ["--build", "true"] : [];

beforeAll(() => {
  const cdk = [resolve("node_modules/aws-cdk/bin/cdk"), "synth", "--quiet", "--output", out, ...build];
  execFileSync(process.execPath, cdk, { env: stranger, stdio: "pipe" });
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe("cdk synth", () => {
  it("works without credentials, and leaves cdk-nag nothing to say", () => {
    const template = templateSchema.parse(JSON.parse(readFileSync(join(out, "relance.template.json"), "utf8")));

    expect(Object.values(template.Resources).filter(({ Type }) => Type === "AWS::Lambda::Function")).toHaveLength(functions.length);
  });

  it("gives each function its own code", () => {
    const bundles = filesIn(out).filter((file) => file.endsWith("index.mjs"));

    expect(bundles).toHaveLength(functions.length);
  });

  it("puts the console's pages beside the function that shows them", () => {
    expect(filesIn(out).some((file) => file.endsWith("index.html"))).toBe(true);
  });
});
