import { describe, expect, it } from "vitest";
import { readDeployment } from "#stacks/deployment.ts";

function contextOf(values: Readonly<Record<string, unknown>>) {
  return { tryGetContext: (key: string): unknown => values[key] };
}

describe("a deployment", () => {
  it("sends from and receives at the domains of the marketers' settings", () => {
    expect(readDeployment(contextOf({}))).toEqual({
      name: "relance",
      senderDomain: "atelier-lumen.example",
      replyDomain: "reponses.atelier-lumen.example",
      identities: "create",
    });
  });

  it("follows the context where it says otherwise", () => {
    const deployment = readDeployment(contextOf({ name: "relance-fr", senderDomain: "lumen.fr", identities: "existing", alarmEmail: "" }));

    expect(deployment).toMatchObject({ name: "relance-fr", senderDomain: "lumen.fr", identities: "existing" });
    expect(deployment.alarmEmail).toBeUndefined();
  });

  it("names everything that is wrong at once", () => {
    const read = () => readDeployment(contextOf({ senderDomain: "not a domain", alarmEmail: "nobody", identities: "some" }));

    expect(read).toThrow(/senderDomain[\s\S]*identities[\s\S]*alarmEmail/);
  });
});
