import { describe, expect, it } from "vitest";
import type { DomainEvent } from "#core/event/catalogue.ts";
import { TransientFault } from "#functions/runtime/faults.ts";
import { passOnJob } from "#functions/work/pass-on-job.ts";
import { tuesday } from "#tests/core/builders/a-person.ts";

const runtime = { now: () => tuesday, random: (bytes: number) => new Uint8Array(bytes) };

describe("a job that a request leaves", () => {
  it("is told of on the bus if there is more to do, and not once it has ended", async () => {
    const events: DomainEvent[] = [];
    const bus = { publish: async (told: readonly DomainEvent[]) => void events.push(...told) };

    await passOnJob({ bus, runtime }, "import", { id: "imp_long", state: "running" });
    await passOnJob({ bus, runtime }, "job", { id: "job_short", state: "done" });

    expect(events).toMatchObject([{ type: "job.begun", at: tuesday, data: { jobId: "imp_long", kind: "import" } }]);
  });

  it("is no worse off where the bus cannot be reached: it is due, and waits for the next tick", async () => {
    const bus = {
      publish: async () => {
        throw new TransientFault("bus-refused", "EventBridge refused 1 events: ThrottlingException");
      },
    };

    await expect(passOnJob({ bus, runtime }, "job", { id: "job_long", state: "running" })).resolves.toBeUndefined();
  });
});
