import type { TimelineItemView } from "#contract/api.ts";
import type { MessageId } from "../../i18n/en.ts";
import { exact } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Tag } from "../../parts/Tag.tsx";

type Mail = NonNullable<TimelineItemView["message"]>;

const states: Readonly<Record<string, readonly [MessageId, "warn" | "bad" | "plain"] | undefined>> = {
  claimed: ["message.state.claimed", "plain"],
  uncertain: ["message.state.uncertain", "warn"],
  refused: ["message.state.refused", "bad"],
  unsent: ["message.state.unsent", "plain"],
};

/** What became of a mail, what was clicked in it and by whom, and why it was sent. */
export function MailDetail({ message }: { readonly message: Mail }) {
  const { t, own, locale } = useText();
  const state = states[message.state];
  const clicks = message.clicks.filter((click) => click.by === "person").length;
  const marks = [
    ["message.delivered", message.deliveredAt, "plain"],
    ["message.opened", message.openedAt, "plain"],
    ["message.bounced", message.bouncedAt, "bad"],
  ] as const;
  return (
    <>
      <div className="row">
        {state === undefined ? null : <Tag tone={state[1]}>{t(state[0])}</Tag>}
        {marks.map(([name, at, tone]) =>
          at === null ? null : (
            <span key={name} title={exact(at, locale)}>
              <Tag tone={tone}>{t(name)}</Tag>
            </span>
          ),
        )}
        {clicks === 0 ? null : <Tag tone="good">{t("message.clicked", { count: clicks })}</Tag>}
      </div>
      {message.clicks.map((click) => (
        <div key={`${click.at} ${click.link}`} className="quiet small break" title={exact(click.at, locale)}>
          {click.link}
          {click.by === "machine" ? ` (${t("message.machine")})` : ""}
        </div>
      ))}
      <div className="quiet small break">{t("message.because", { because: own(message.because.text) })}</div>
    </>
  );
}
