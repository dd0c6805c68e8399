import { describe, expect, it } from "vitest";
import { onDynamoDbLocal } from "./open-stores.ts";
import { storesContract } from "./stores.contract.ts";

/** `.ci/run` starts AWS's own DynamoDB Local and names it here; without it this suite says that it was not run. */
const endpoint = process.env["DYNAMODB_LOCAL_URL"] ?? "";

describe.skipIf(endpoint === "")("DynamoDB Local (set DYNAMODB_LOCAL_URL, as .ci/run does)", () => {
  it("is where the suite runs", () => {
    expect(endpoint).toMatch(/^http:/);
  });

  storesContract("AWS's own DynamoDB Local", () => onDynamoDbLocal(endpoint));
});
