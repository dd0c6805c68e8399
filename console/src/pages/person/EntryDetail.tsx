import type { TimelineItemView } from "#contract/api.ts";
import { dateTime } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { reasonOf } from "./reason-of.ts";

/** What people said or answered, where a link led, why something changed: as text and nothing else. */
export function EntryDetail({ data }: { readonly data: TimelineItemView["data"] }) {
  const { t, own, locale } = useText();
  const { link, answers, nextAt, until } = data;
  const said = [data["text"], data["message"], data["reason"]].filter((text) => typeof text === "string" && text !== "");
  const reason = reasonOf(data);
  return (
    <>
      {said.map((text) => (
        <p key={String(text)} className="said">
          {String(text)}
        </p>
      ))}
      {reason === undefined ? null : <div className="quiet small break">{own(reason)}</div>}
      {typeof nextAt === "number" ? (
        <div className="quiet small">{t("person.nextCall", { at: dateTime(new Date(nextAt).toISOString(), locale) })}</div>
      ) : null}
      {typeof until === "number" ? (
        <div className="quiet small">{t("person.snoozedUntil", { at: dateTime(new Date(until).toISOString(), locale) })}</div>
      ) : null}
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

function answerOf(answer: unknown): { readonly title: string; readonly value: string } | undefined {
  if (typeof answer !== "object" || answer === null || !("title" in answer) || !("value" in answer)) return undefined;
  const value = Array.isArray(answer.value) ? answer.value.join(", ") : String(answer.value);
  return { title: String(answer.title), value };
}
