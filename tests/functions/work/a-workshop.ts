import { randomBytes } from "node:crypto";
import type { DomainEvent } from "#core/event/catalogue.ts";
import type { Fetched } from "#core/ports/fetcher.ts";
import type { Handover, Mail } from "#core/ports/outside.ts";
import { publishDefinitions } from "#functions/publish/publish-definitions.ts";
import { readTemplates } from "#functions/publish/read-templates.ts";
import { createDefinitions } from "#functions/work/definitions.ts";
import type { ApiWorkshop } from "#functions/work/workshop.ts";
import { onDynalite } from "#tests/functions/adapters/open-stores.ts";

/** A workshop over the embedded engine, the example's definitions, a clock to set, and a SES that answers as it is told. */
export interface TestWorkshop extends ApiWorkshop {
  readonly mails: Mail[];
  readonly events: DomainEvent[];
  now: number;
  /** Where the engine answers. */
  readonly endpoint: string;
  /** How SES answers the next mails; after that it accepts. */
  readonly answers: Handover[];
  /** What vendors answer who asks them, one after the other; after that they are silent. */
  readonly fetched: Fetched[];
  /** What happens while SES is at it. */
  meanwhile: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

export async function aWorkshop(now: number): Promise<TestWorkshop> {
  const { stores, endpoint, close } = await onDynalite();
  const workshop: TestWorkshop = {
    stores,
    endpoint,
    definitions: createDefinitions(stores.definitions),
    publicUrl: "https://relance.example",
    mails: [],
    events: [],
    answers: [],
    now,
    fetched: [],
    fetcher: {
      fetch: async () => workshop.fetched.shift() ?? { kind: "later", problem: "nobody answers", afterMs: undefined },
    },
    meanwhile: undefined,
    runtime: { now: () => workshop.now, random: (bytes) => randomBytes(bytes) },
    bus: {
      publish: async (events) => {
        workshop.events.push(...events);
      },
    },
    mailer: {
      send: async (mail) => {
        const answer = workshop.answers.shift() ?? { kind: "accepted", sesMessageId: `ses-${workshop.mails.length}` };
        if (answer.kind === "accepted" || answer.kind === "unknown") workshop.mails.push(mail);
        await workshop.meanwhile?.();
        return answer;
      },
      quota: async () => ({ perSecond: 1_000, perDay: 100_000, sentLastDay: 0 }),
    },
    sender: {
      region: "eu-west-3",
      account: async () => ({
        isProduction: true,
        isSending: true,
        standing: "HEALTHY",
        perSecond: 14,
        perDay: 50_000,
        sentLastDay: 120,
        suppressedFor: ["BOUNCE", "COMPLAINT"],
      }),
      identity: async () => ({ kind: "unknown" }),
    },
    names: { lookUp: async () => ({ kind: "unanswered" }) },
    close,
  };
  const published = await publishDefinitions({ store: stores.definitions, files: await readTemplates("templates"), now });
  if (published.kind === "problems") throw new Error(JSON.stringify(published.problems));
  return workshop;
}
