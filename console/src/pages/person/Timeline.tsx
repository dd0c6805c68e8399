import { Badge } from "@mantine/core";
import type { TimelineItemView } from "#contract/api.ts";
import { api } from "../../api/client.ts";
import { dateTime } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Paged } from "../../parts/Paged.tsx";

/** Everything that happened with one person, newest first. */
export function Timeline({ personId }: { readonly personId: string }) {
  const { t } = useText();
  return (
    <section className="card">
      <h2 style={{ marginTop: 0 }}>{t("person.timeline")}</h2>
      <Paged name={["timeline", personId]} read={(cursor) => api.timeline(personId, cursor)} empty={null}>
        {(items) => (
          <ol className="rows">
            {items.map((item) => (
              <li key={item.id}>
                <TimelineMoment item={item} />
              </li>
            ))}
          </ol>
        )}
      </Paged>
    </section>
  );
}

function TimelineMoment({ item }: { readonly item: TimelineItemView }) {
  const { own, language } = useText();
  return (
    <div className="moment">
      <time className="quiet" dateTime={item.at}>
        {dateTime(item.at, language)}
      </time>
      <div>
        <span>{own(item.text)}</span>
        {item.message === null ? <Details data={item.data} /> : <Mail message={item.message} />}
      </div>
    </div>
  );
}

function Mail({ message }: { readonly message: NonNullable<TimelineItemView["message"]> }) {
  const { t, own } = useText();
  const clicks = message.clicks.filter((click) => click.by === "person").length;
  return (
    <div>
      {message.deliveredAt === null ? null : (
        <Badge variant="light" color="gray" tt="none" mr={4}>
          {t("message.delivered")}
        </Badge>
      )}
      {message.openedAt === null ? null : (
        <Badge variant="light" color="gray" tt="none" mr={4}>
          {t("message.opened")}
        </Badge>
      )}
      {clicks === 0 ? null : (
        <Badge variant="light" color="teal" tt="none" mr={4}>
          {t("message.clicked", { count: clicks })}
        </Badge>
      )}
      {message.bouncedAt === null ? null : (
        <Badge variant="light" color="red" tt="none" mr={4}>
          {t("message.bounced")}
        </Badge>
      )}
      <div className="quiet">{t("message.because", { because: own(message.because.text) })}</div>
    </div>
  );
}

/** What people said or answered, as text and nothing else. */
function Details({ data }: { readonly data: TimelineItemView["data"] }) {
  const { own } = useText();
  const text = data["text"];
  const answers = data["answers"];
  const link = data["link"];
  const reason = reasonOf(data["reason"] ?? text);
  return (
    <>
      {typeof text === "string" ? <p className="said">{text}</p> : null}
      {reason === undefined ? null : <div className="quiet">{own(reason)}</div>}
      {typeof link === "string" ? (
        <div className="quiet" style={{ overflowWrap: "anywhere" }}>
          {link}
        </div>
      ) : null}
      {Array.isArray(answers) ? (
        <div className="quiet">
          {answers
            .map(answerText)
            .filter((line) => line !== "")
            .join(" · ")}
        </div>
      ) : null}
    </>
  );
}

/** A reason's sentences, by itself or as the API wraps it with its code. */
function reasonOf(value: unknown): { readonly en: string; readonly fr: string } | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("text" in value) return reasonOf(value.text);
  return "en" in value && "fr" in value ? { en: String(value.en), fr: String(value.fr) } : undefined;
}

function answerText(answer: unknown): string {
  if (typeof answer !== "object" || answer === null || !("title" in answer) || !("value" in answer)) return "";
  return `${String(answer.title)} : ${String(answer.value)}`;
}
