import { describe, it } from "vitest";
import { onDynamoDbLocal } from "./open-stores.ts";
import { storesContract } from "./stores.contract.ts";

const endpoint = process.env["DYNAMODB_LOCAL_URL"];

if (endpoint === undefined || endpoint === "") {
  describe("the stores on DynamoDB Local", () => {
    it.skip("is run by .ci/run, which starts it: set DYNAMODB_LOCAL_URL to run it here", () => undefined);
  });
} else {
  storesContract("AWS's own DynamoDB Local", () => onDynamoDbLocal(endpoint));
}
