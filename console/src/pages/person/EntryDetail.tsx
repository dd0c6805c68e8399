import { useQuery } from "@tanstack/react-query";
import type { TimelineItemView } from "#contract/api.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
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
  const { t, own } = useText();
  const fields = useQuery({ queryKey: ["attributes"], queryFn: () => answered(client.GET("/api/attributes")), staleTime: 60_000 }).data;
  const given = answers.flatMap((answer) => {
    const read = answerOf(answer);
    return read === undefined ? [] : [read];
  });
  if (given.length === 0) return null;
  /** What was chosen, as the attribute's choice is called. */
  const chosen = (key: string, value: string): string => {
    const field = fields?.items.find(({ name }) => name === key);
    if (field?.type === "yes-no" && (value === "true" || value === "false")) return t(value === "true" ? "person.yes" : "person.no");
    const choice = field?.choices.find((one) => one.value === value);
    return choice === undefined ? value : own(choice.label);
  };
  return (
    <dl className="said small">
      {given.map(({ key, title, values }) => (
        <div key={title}>
          <dt className="quiet">{title}</dt>
          <dd>{values.map((value) => chosen(key, value)).join(", ")}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Answer {
  readonly key: string;
  readonly title: string;
  readonly values: readonly string[];
}

function answerOf(answer: unknown): Answer | undefined {
  if (typeof answer !== "object" || answer === null || !("title" in answer) || !("value" in answer)) return undefined;
  const values = Array.isArray(answer.value) ? answer.value.map(String) : [String(answer.value)];
  return { key: "key" in answer ? String(answer.key) : "", title: String(answer.title), values };
}
