import type { Form } from "#core/form/form.ts";
import type { Person } from "#core/person/person.ts";
import type { Fetcher } from "#core/ports/fetcher.ts";
import type { Source } from "#core/source/source.ts";
import type { KeptDelivery } from "#core/submission/kept-delivery.ts";
import type { Submission } from "#core/submission/submission.ts";
import { answerIntake } from "#functions/intake/answer-intake.ts";
import { countBeats } from "#functions/intake/count-beats.ts";
import type { Reception } from "#functions/intake/reception.ts";
import type { HttpAnswer } from "#functions/http/http-answer.ts";
import { demoForm } from "#tests/core/form/demo-form.ts";
import { type EventParts, httpEvent } from "#tests/functions/http/http-event.ts";

export const lumenSource: Source = {
  id: "src_01J00000000000000000000000",
  kind: "typeform",
  name: "Étude",
  secrets: ["lumen-secret"],
  basis: "consent",
  createdAt: 0,
};
export const shopSource: Source = { ...lumenSource, id: "src_01J00000000000000000000001", kind: "json", secrets: [] };

/** The intake function over stores in memory: what it took in, and what it counted, is there to be seen. */
export function receptionDesk(
  options: {
    readonly forms?: readonly Form[];
    readonly sources?: readonly Source[];
    readonly fetcher?: Fetcher;
    readonly challengeSecret?: string;
    readonly people?: readonly Person[];
  } = {},
) {
  const forms = options.forms ?? [demoForm()];
  const sources = options.sources ?? [lumenSource, shopSource];
  const taken = new Map<string, Submission>();
  const counted: string[] = [];
  const beats: string[] = [];
  const kept: KeptDelivery[] = [];
  const rates = new Map<string, number>();
  const clock = { now: 1_795_420_800_000 };
  let seed = 0;
  const unused = (): never => {
    throw new Error("intake must not need this");
  };
  const reception = {
    workshop: {
      fetcher: options.fetcher,
      runtime: { now: () => clock.now, random: (bytes: number) => new Uint8Array(bytes).fill(++seed) },
      stores: {
        sources: { find: async (id: string) => sources.find((source) => source.id === id), create: unused, list: unused },
        people: {
          dossier: async (id: string) => {
            const person = options.people?.find((one) => one.id === id);
            return person === undefined ? undefined : { person, enrollments: [] };
          },
        },
        secrets: {
          rootKey: async () => new Uint8Array(32).fill(7),
          challengeSecret: async () => options.challengeSecret,
          setChallengeSecret: unused,
        },
        rates: {
          count: async (caller: string, window: number) => {
            const key = `${caller}@${window}`;
            rates.set(key, (rates.get(key) ?? 0) + 1);
            return rates.get(key) ?? 0;
          },
        },
        counters: {
          add: async (name: string, _at: number, by: number) => {
            counted.push(`${name}+${by}`);
          },
          read: unused,
        },
      },
      definitions: {
        form: async (name: string) => forms.find((form) => form.form === name),
        formVersion: async () => 1,
        settings: async () => ({ company: "Atelier Lumen", languages: ["fr", "en"] }),
      },
    },
    receive: async (submission: Submission, delivery?: KeptDelivery) => {
      const key = `${submission.source}#${submission.extracted.eventId}`;
      const first = taken.get(key);
      if (first !== undefined) return { kind: "duplicate", submission: first };
      taken.set(key, submission);
      if (delivery !== undefined) kept.push(delivery);
      return { kind: submission.status === "quarantined" ? "quarantined" : "accepted", submission };
    },
    beats: countBeats(
      {
        beat: async (source, { kind, by }) => {
          beats.push(`${source === lumenSource.id ? "lumen" : "shop"}:${kind}+${by ?? 1}`);
        },
        read: unused,
        list: unused,
      },
      { info: () => undefined, warn: () => undefined, error: () => undefined },
    ),
  } as unknown as Reception;
  const answer = answerIntake(reception);
  return {
    taken: (): readonly Submission[] => [...taken.values()],
    counted,
    clock,
    rates,
    beats,
    kept,
    send: (parts: EventParts): Promise<HttpAnswer> => answer(httpEvent(parts)),
  };
}

/** The JSON of an answer. */
export function jsonOf(answer: HttpAnswer): Record<string, unknown> {
  return JSON.parse(answer.body ?? "");
}
