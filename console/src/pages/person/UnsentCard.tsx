import type { TimelineItemView } from "#contract/api.ts";
import { useText } from "../../i18n/language.ts";
import { Moment } from "../../parts/Moment.tsx";
import { Section } from "../../parts/Section.tsx";
import { reasonOf } from "./reason-of.ts";
import { useTimeline } from "./use-timeline.ts";

/** The latest mails that did not leave and sequences that did not begin, each with its reason. Where there are none, that is said. */
export function UnsentCard({ personId }: { readonly personId: string }) {
  const { t } = useText();
  const { query, items } = useTimeline(personId, "unsent");
  if (query.data === undefined) return null;
  return (
    <Section title={t("unsent.title")}>
      {items.length === 0 ? <p className="quiet">{t("unsent.none")}</p> : null}
      <ul className="parts">
        {items.slice(0, 5).map((item) => (
          <Unsent key={item.id} item={item} />
        ))}
      </ul>
    </Section>
  );
}

function Unsent({ item }: { readonly item: TimelineItemView }) {
  const { own } = useText();
  const reason = item.message === null ? reasonOf(item.data) : item.message.because.text;
  return (
    <li>
      <p className="break">
        {own(item.text)}{" "}
        <span className="quiet small">
          <Moment at={item.at} />
        </span>
      </p>
      {reason === undefined ? null : <p className="quiet small break">{own(reason)}</p>}
    </li>
  );
}
