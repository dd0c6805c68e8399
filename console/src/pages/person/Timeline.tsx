import { Button } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useState } from "react";
import type { TimelineItemView } from "#contract/api.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Days, TimeOfDay } from "../../parts/Days.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { Section } from "../../parts/Section.tsx";
import { Tabs } from "../../parts/Tabs.tsx";
import { EntryDetail } from "./EntryDetail.tsx";
import { MailDetail } from "./MailDetail.tsx";
import { MailDialog } from "./MailDialog.tsx";
import { type Filter, filters, isUnsent, useTimeline } from "./use-timeline.ts";

/** Everything that happened with one person, newest first, day by day; or only some of it. Each mail opens as it was sent. */
export function Timeline({ personId }: { readonly personId: string }) {
  const { t } = useText();
  const [filter, setFilter] = useState<Filter>("all");
  const [opened, setOpened] = useState<string>();
  return (
    <Section title={t("person.timeline")}>
      <Tabs
        label={t("timeline.filter")}
        tabs={filters.map((id) => ({ id, label: t(`timeline.${id}`) }))}
        chosen={filter}
        choose={setFilter}
      >
        <History personId={personId} filter={filter} open={setOpened} />
      </Tabs>
      {opened === undefined ? null : <MailDialog personId={personId} mailId={opened} close={() => setOpened(undefined)} />}
    </Section>
  );
}

function History(props: { readonly personId: string; readonly filter: Filter; readonly open: (mailId: string) => void }) {
  const { t } = useText();
  const { query, items, isReadingOn } = useTimeline(props.personId, props.filter);
  if (query.isPending || (items.length === 0 && isReadingOn)) return <Loading />;
  if (query.isError) return <Failure fault={query.error} retry={() => void query.refetch()} />;
  return (
    <div className="history">
      {items.length === 0 ? <p className="quiet">{t(props.filter === "all" ? "person.noHistory" : "timeline.none")}</p> : null}
      <Days items={items} level="h3" at={(item) => item.at}>
        {(day) => (
          <ol>
            {day.map((item) => (
              <li key={item.id}>
                <Happening item={item} open={props.open} />
              </li>
            ))}
          </ol>
        )}
      </Days>
      {query.hasNextPage ? (
        <div>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("common.more")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Happening({ item, open }: { readonly item: TimelineItemView; readonly open: (mailId: string) => void }) {
  const { t, own } = useText();
  const { message } = item;
  return (
    <div className="moment" data-by={whose(item)} data-taken-back={item.data["takenBackBy"] === undefined ? undefined : true}>
      <TimeOfDay at={item.at} />
      <div>
        <span className="break">{own(item.text)}</span>
        {message === null ? <EntryDetail data={item.data} /> : <MailDetail message={message} />}
        {message === null || isUnsent(item) ? null : (
          <div>
            <Act run={() => open(message.id)} icon={IconEye} size="xs">
              {t("mail.open")}
            </Act>
          </div>
        )}
      </div>
    </div>
  );
}

const acts = ["submission.received", "link.clicked", "person.replied", "purchase", "message.opened", "consent.given"];
const hands = ["note.written", "call.made", "call.snoozed", "person.edited", "person.paused", "person.resumed", "stage.taken-back"];
const troubles = [
  "message.bounced",
  "message.complained",
  "message.skipped",
  "consent.not-given",
  "consent.withdrawn",
  "person.unsubscribed",
];

/** What a moment's mark tells: they did it, we wrote, we did something, something is wrong, or it merely followed. */
function whose(item: TimelineItemView): "person" | "mail" | "hand" | "trouble" | "change" {
  const mailTrouble = item.message !== null && (item.message.bouncedAt !== null || ["uncertain", "refused"].includes(item.message.state));
  if (mailTrouble || troubles.includes(item.type)) return "trouble";
  if (item.message !== null) return "mail";
  if (hands.includes(item.type)) return "hand";
  return acts.includes(item.type) && item.data["by"] !== "machine" ? "person" : "change";
}
