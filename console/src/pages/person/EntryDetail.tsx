import type { TimelineItemView } from "#contract/api.ts";
import { useText } from "../../i18n/language.ts";

/** What people said or answered, where a link led, why something changed: as text and nothing else. */
export function EntryDetail({ data }: { readonly data: TimelineItemView["data"] }) {
  const { own } = useText();
  const { text, link, answers } = data;
  const reason = textsOf(data["reason"] ?? text);
  return (
    <>
      {typeof text === "string" && text !== "" ? <p className="said">{text}</p> : null}
      {reason === undefined ? null : <div className="quiet small break">{own(reason)}</div>}
      {typeof link === "string" ? <div className="quiet small break">{link}</div> : null}
      {Array.isArray(answers) ? <Answers answers={answers} /> : null}
    </>
  );
}

function Answers({ answers }: { readonly answers: readonly unknown[] }) {
  const given = answers.flatMap((answer) => {
    const read = answerOf(answer);
    return read === undefined ? [] : [read];
  });
  if (given.length === 0) return null;
  return (
    <dl className="said small">
      {given.map(({ title, value }) => (
        <div key={title}>
          <dt className="quiet">{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A reason's sentences, by itself or as the API wraps it with its code. */
function textsOf(value: unknown): { readonly en: string; readonly fr: string } | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("text" in value) return textsOf(value.text);
  return "en" in value && "fr" in value ? { en: String(value.en), fr: String(value.fr) } : undefined;
}

function answerOf(answer: unknown): { readonly title: string; readonly value: string } | undefined {
  if (typeof answer !== "object" || answer === null || !("title" in answer) || !("value" in answer)) return undefined;
  const value = Array.isArray(answer.value) ? answer.value.join(", ") : String(answer.value);
  return { title: String(answer.title), value };
}
