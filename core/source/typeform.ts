import * as z from "zod";
import { agrees } from "#core/submission/consent-answer.ts";
import { eventIdOfBody, givenEventId } from "#core/submission/event-id.ts";
import { finishArrival, type ReadArrival } from "#core/submission/read-arrival.ts";
import type { Extracted } from "#core/submission/submission.ts";
import { jsonOf, textOf } from "./json.ts";
import type { JsonDelivery } from "./json-mapping.ts";
import { detailNames, type DetailName, utmNames } from "./mapped-fields.ts";
import type { Mapping } from "./source.ts";
import { detailOfTitle, valueOfAnswer } from "./typeform-answer.ts";

const fieldSchema = z.looseObject({
  id: z.string(),
  ref: z.string().optional(),
  title: z.string().optional(),
  type: z.string().optional(),
});
const answerSchema = z.looseObject({ type: z.string(), field: fieldSchema });

/** A webhook of Typeform (typeform.com/developers/webhooks/example-payload). Answers and fields are read one by one: a strange one costs itself alone. */
const deliverySchema = z.looseObject({
  event_id: z.string().optional(),
  event_type: z.string().default("form_response"),
  form_response: z.looseObject({
    token: z.string().optional(),
    hidden: z.record(z.string(), z.unknown()).optional().catch(undefined),
    definition: z
      .looseObject({ fields: z.array(z.unknown()).optional() })
      .optional()
      .catch(undefined),
    answers: z.array(z.unknown()).catch([]),
  }),
});

type Field = z.infer<typeof fieldSchema>;
type Answer = z.infer<typeof answerSchema>;

/** One answer beside the question it answers. The key is the question's `ref`, which its author may choose; else its id. */
interface Answered {
  readonly answer: Answer;
  readonly key: string;
  readonly title: string;
}

/**
 * Reads a Typeform response. Details are found by the mapping (our field → a question's ref, id or title), else by the
 * question's type and title; a `legal` question is the consent, a `yes_no` never is; hidden fields carry UTM parameters.
 */
export function readTypeform(delivery: JsonDelivery, mapping: Mapping | undefined): ReadArrival {
  const read = deliverySchema.safeParse(delivery.json);
  if (!read.success) {
    return {
      kind: "problem",
      field: "form_response",
      code: "not-typeform",
      problem: "This is not a response as Typeform sends it.",
      remedy: "Point a Typeform webhook at this address; for any other sender make a source of the kind json.",
    };
  }
  const { event_id, event_type, form_response: response } = read.data;
  if (event_type !== "form_response") return { kind: "ignored", because: `Typeform's ${event_type} is not a finished response.` };
  const answered = answeredOf(response.answers, response.definition?.fields ?? []);
  const hidden = Object.fromEntries(
    Object.entries(response.hidden ?? {}).flatMap(([name, value]) => [[name, textOf(jsonOf(value)) ?? ""]]),
  );
  const details = detailsOf(answered, mapping ?? {});
  const draft: Extracted = {
    ...hiddenDetails(hidden),
    ...details.found,
    ...consentOf(answered),
    utm: utmOf(hidden),
    hidden: Object.fromEntries(Object.entries(hidden).filter(([name, value]) => !name.startsWith("utm_") && value !== "")),
    answers: answered
      .filter((one) => !details.used.has(one) && one.answer.field.type !== "legal")
      .flatMap((one) => answerOf(one, mapping ?? {})),
    eventId: givenEventId(event_id ?? response.token) ?? eventIdOfBody(delivery.body),
  };
  return finishArrival(draft, mapping?.["email"] ?? details.emailKey ?? "email");
}

function answeredOf(answers: readonly unknown[], fields: readonly unknown[]): readonly Answered[] {
  const questions = new Map(
    fields.flatMap((field) => {
      const read = fieldSchema.safeParse(field);
      return read.success ? [[read.data.id, read.data] as const] : [];
    }),
  );
  return answers.flatMap((raw) => {
    const read = answerSchema.safeParse(raw);
    if (!read.success) return [];
    const question: Field | undefined = questions.get(read.data.field.id);
    const key = read.data.field.ref ?? question?.ref ?? read.data.field.id;
    return [{ answer: read.data, key, title: question?.title ?? key }];
  });
}

function detailsOf(answered: readonly Answered[], mapping: Mapping) {
  const found: { [N in DetailName]?: string } = {};
  const used = new Set<Answered>();
  for (const name of detailNames) {
    const wanted = Object.hasOwn(mapping, name) ? mapping[name] : undefined;
    const one = answered.find((candidate) => (wanted === undefined ? detailOf(candidate) === name : isNamed(candidate, wanted)));
    const value = one === undefined ? undefined : textOf(valueOfAnswer(one.answer));
    if (one === undefined || value === undefined) continue;
    found[name] = value;
    used.add(one);
  }
  return { found, used, emailKey: answered.find((one) => one.answer.type === "email")?.key };
}

function detailOf({ answer, title, key }: Answered): DetailName | undefined {
  if (answer.type === "email") return "email";
  if (answer.type === "phone_number") return "phone";
  return answer.type === "text" ? (detailOfTitle(key) ?? detailOfTitle(title)) : undefined;
}

function isNamed({ answer, key, title }: Answered, wanted: string): boolean {
  return key === wanted || answer.field.id === wanted || title === wanted;
}

/** An answer under the attribute's name the mapping gives its question, else under the question's own key. */
function answerOf(one: Answered, mapping: Mapping): Extracted["answers"] {
  const value = valueOfAnswer(one.answer);
  const name = Object.entries(mapping).find(([, wanted]) => isNamed(one, wanted))?.[0];
  return value === undefined ? [] : [{ key: name ?? one.key, title: one.title, value }];
}

/** Every `legal` question must have been accepted; which text was agreed to is its title. */
function consentOf(answered: readonly Answered[]): Pick<Extracted, "consent" | "consentText"> {
  const legal = answered.filter(({ answer }) => answer.field.type === "legal");
  const [first] = legal;
  if (first === undefined) return {};
  return { consent: legal.every(({ answer }) => agrees(textOf(valueOfAnswer(answer)))), consentText: first.title };
}

function utmOf(hidden: Readonly<Record<string, string>>): Extracted["utm"] {
  const utm: Extracted["utm"] = {};
  for (const name of utmNames) {
    const value = hidden[`utm_${name}`];
    if (value !== undefined && value !== "") utm[name] = value;
  }
  return utm;
}

/** An address or a language that the page which embeds the form knew already. What the person typed wins over it. */
function hiddenDetails(hidden: Readonly<Record<string, string>>): Pick<Extracted, "email" | "locale"> {
  const { email, locale = hidden["lang"] } = hidden;
  return { ...(email === undefined ? {} : { email }), ...(locale === undefined ? {} : { locale }) };
}
