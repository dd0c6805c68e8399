import type { TimelineItemView } from "#contract/api.ts";
import { api } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Days, TimeOfDay } from "../../parts/Days.tsx";
import { Paged } from "../../parts/Paged.tsx";
import { EntryDetail } from "./EntryDetail.tsx";
import { MailDetail } from "./MailDetail.tsx";
import { Section } from "../../parts/Section.tsx";

/** Everything that happened with one person, newest first, day by day. */
export function Timeline({ personId }: { readonly personId: string }) {
  const { t } = useText();
  return (
    <Section title={t("person.timeline")}>
      <div className="history">
        <Paged
          name={["timeline", personId]}
          read={(cursor) => api.timeline(personId, cursor)}
          empty={<p className="quiet">{t("person.noHistory")}</p>}
        >
          {(items) => (
            <Days items={items} level="h3" at={(item) => item.at}>
              {(day) => (
                <ol>
                  {day.map((item) => (
                    <li key={item.id}>
                      <Happening item={item} />
                    </li>
                  ))}
                </ol>
              )}
            </Days>
          )}
        </Paged>
      </div>
    </Section>
  );
}

function Happening({ item }: { readonly item: TimelineItemView }) {
  const { own } = useText();
  return (
    <div className="moment" data-by={whose(item)}>
      <TimeOfDay at={item.at} />
      <div>
        <span className="break">{own(item.text)}</span>
        {item.message === null ? <EntryDetail data={item.data} /> : <MailDetail message={item.message} />}
      </div>
    </div>
  );
}

const acts = ["submission.received", "link.clicked", "person.replied", "purchase", "message.opened", "consent.given"];
const troubles = ["message.bounced", "message.complained", "message.skipped", "person.unsubscribed"];

/** What a moment's mark tells: they did it, we wrote, something is wrong, or it merely followed. */
function whose(item: TimelineItemView): "person" | "mail" | "trouble" | "change" {
  const mailTrouble = item.message !== null && (item.message.bouncedAt !== null || ["uncertain", "refused"].includes(item.message.state));
  if (mailTrouble || troubles.includes(item.type)) return "trouble";
  if (item.message !== null) return "mail";
  return acts.includes(item.type) && item.data["by"] !== "machine" ? "person" : "change";
}
