import * as z from "zod";
import { dueViewSchema, pageOf, personDetailSchema, personSummarySchema, sourceViewSchema, timelineItemSchema } from "#contract/api.ts";
import type { StartedCommand } from "./start-command.ts";

const mailSchema = z.object({
  id: z.string(),
  to: z.string(),
  from: z.string(),
  replyTo: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
  tags: z.record(z.string(), z.string()),
  sentAt: z.iso.datetime(),
});
export type Mail = z.infer<typeof mailSchema>;

/** Drives Relance over HTTP, as anybody outside does; every answer is read by the published contract. */
export function clientOf(relance: Pick<StartedCommand, "url" | "token">) {
  const request = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(new URL(path, relance.url), {
      redirect: "manual",
      ...init,
      headers: { authorization: `Bearer ${relance.token}`, ...init.headers },
    });
  const json = async <Schema extends z.ZodType>(schema: Schema, path: string, init?: RequestInit): Promise<z.output<Schema>> => {
    const answer = await request(path, init);
    const body: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(body)}`);
    return schema.parse(body);
  };
  const post = (body: unknown): RequestInit => ({
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return {
    request,
    submit: (form: string, fields: Readonly<Record<string, string>>) =>
      fetch(new URL(`/forms/${form}`, relance.url), {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams(fields),
        headers: { accept: "text/html" },
      }),
    person: async (email: string) => (await json(pageOf(personSummarySchema), `/api/people?email=${encodeURIComponent(email)}`)).items[0],
    people: (limit = 100) => json(pageOf(personSummarySchema), `/api/people?limit=${limit}`),
    detail: (id: string) => json(personDetailSchema, `/api/people/${id}`),
    timeline: (id: string) => json(pageOf(timelineItemSchema), `/api/people/${id}/timeline?limit=100`),
    due: () => json(pageOf(dueViewSchema), "/api/due"),
    source: (body: unknown) => json(sourceViewSchema, "/api/sources", post(body)),
    mails: () => json(z.array(mailSchema), "/local/mailbox"),
    eml: async (id: string) => Buffer.from(await (await request(`/local/mailbox/${id}.eml`)).arrayBuffer()),
    happen: async (mailId: string, event: unknown) => {
      const answer = await request(`/local/mailbox/${mailId}/events`, post(event));
      if (!answer.ok) throw new Error(`the event was answered ${answer.status}: ${await answer.text()}`);
    },
    now: async () => Date.parse((await json(z.looseObject({ now: z.iso.datetime() }), "/local/clock")).now),
    advance: (duration: string) => json(z.looseObject({ now: z.iso.datetime() }), "/local/clock", post({ advance: duration })),
  };
}

export type Client = ReturnType<typeof clientOf>;

/** Asks again until the answer will do; for what follows an act by itself. */
export async function eventually<T>(ask: () => Promise<T>, will: (answer: T) => boolean, seconds = 30): Promise<T> {
  for (let attempt = 0; attempt < seconds * 10; attempt++) {
    const answer = await ask();
    if (will(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`what was waited for did not come within ${seconds} seconds`);
}
