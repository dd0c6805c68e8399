import { describe, expect, it } from "vitest";
import { functions } from "#functions/list.ts";
import { createRouteTable } from "#local/gateway/route-table.ts";

// The example of docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
const documented = createRouteTable(
  ["GET /pets/dog/1", "GET /pets/dog/{id}", "GET /pets/{proxy+}", "ANY /{proxy+}"].map((key) => ({ key, target: key })),
);

const deployed = createRouteTable(
  functions.flatMap(({ name, trigger }) => (trigger.kind === "http" ? trigger.routes.map((key) => ({ key, target: name })) : [])),
);

describe("the route table", () => {
  it.each([
    ["GET", "/pets/dog/1", "GET /pets/dog/1"],
    ["GET", "/pets/dog/2", "GET /pets/dog/{id}"],
    ["GET", "/pets/cat/1", "GET /pets/{proxy+}"],
    ["POST", "/test/5", "ANY /{proxy+}"],
    ["POST", "/pets/dog/1", "ANY /{proxy+}"],
  ])("%s %s goes to %s", (method, path, key) => {
    expect(documented.match(method, path)?.routeKey).toBe(key);
  });

  it.each([
    ["POST", "/forms/demo", "intake"],
    ["GET", "/u/abc", "links"],
    ["GET", "/api/people", "api"],
    ["DELETE", "/api/people/per_1", "api"],
    ["POST", "/api/publish", "publish"],
    ["GET", "/api/publish", "api"],
    ["GET", "/", "console"],
    ["GET", "/people/per_1", "console"],
  ])("of the deployed routes, %s %s is answered by %s", (method, path, name) => {
    expect(deployed.match(method, path)?.target).toBe(name);
  });

  it("gives what stands for a name, and all of the rest for a greedy one", () => {
    expect(documented.match("GET", "/pets/dog/7")?.pathParameters).toEqual({ id: "7" });
    expect(documented.match("GET", "/pets/a/b/c")?.pathParameters).toEqual({ proxy: "a/b/c" });
  });

  it("finds nothing for a method or a path that is not declared", () => {
    expect(deployed.match("DELETE", "/forms/demo")).toBeUndefined();
    expect(createRouteTable([{ key: "GET /a/{proxy+}", target: 1 }]).match("GET", "/a")).toBeUndefined();
  });
});
