import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, clientOf, eventually } from "./client.ts";
import { crowdAddress, seedCrowd } from "./seed-crowd.ts";
import { startCommand } from "./start-command.ts";

const crowd = 2_000;
const kills = 5;

/** How often a later mail is let go to prove that SES's events reach us, before a mail that is still missing counts as lost. */
const proofs = 6;

/** The whole process, emulators included, dies without a word at moments nobody chose, in the middle of thousands of mails. */
describe("a Relance that is killed again and again", () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "relance-crash-"));
    await seedCrowd(folder, crowd, Date.now() - 60_000);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("loses no mail and sends none twice", { timeout: 900_000 }, async () => {
    for (let kill = 0; kill < kills; kill++) {
      const relance = await startCommand(folder, { RELANCE_SES_LATENCY_MS: "15" });
      // The one before died holding its leases: past their end this one works, and is killed at it.
      const advancing = clientOf(relance)
        .advance("PT2M")
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 1_500));
      await relance.kill();
      await advancing;
    }
    const relance = await startCommand(folder);
    const client = clientOf(relance);

    await client.advance("PT5M");
    for (let proof = 0; proof < proofs && (await toCrowd(client)).length < crowd; proof++) await proveEventsReachUs(client, proof);

    const mails = await toCrowd(client);
    const addresses = new Set(mails.map((mail) => mail.to));
    expect(Array.from({ length: crowd }, (_, index) => crowdAddress(index)).filter((address) => !addresses.has(address))).toEqual([]);
    expect(mails).toHaveLength(crowd);
    expect(new Set(mails.map((mail) => mail.tags["relance-message"])).size).toBe(crowd);
    expect(await (await client.request("/api/parked")).json()).toEqual({ items: [], next: null });
    const person = await client.person(crowdAddress(crowd - 1));
    expect((await client.detail(person?.id ?? "")).enrollments[0]).toMatchObject({ status: "active", step: "un-jour" });
    expect(await relance.stop()).toBe(0);
  });
});

async function toCrowd(client: Client) {
  return (await client.mails()).filter((mail) => mail.to.startsWith("crowd-"));
}

/** Lets another mail leave and its events come in, then the grace time of what was cut short pass. */
async function proveEventsReachUs(client: Client, proof: number): Promise<void> {
  const email = `later-${proof}@example.com`;
  await client.submit("demo", { email, need: "shop", consent: "on" });
  await eventually(client.mails, (mails) => mails.some((mail) => mail.to === email));
  await client.advance("PT20M");
}
