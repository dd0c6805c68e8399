import { IconClock } from "@tabler/icons-react";
import { api } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { Days, TimeOfDay } from "../parts/Days.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Moment } from "../parts/Moment.tsx";
import { Paged } from "../parts/Paged.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { WaitingItem } from "../parts/WaitingItem.tsx";

/** Everything that waits, soonest first, day by day. */
export function DuePage() {
  const { t } = useText();
  return (
    <div className="stack">
      <PageHead title={t("due.title")} lead={t("due.lead")} />
      <Paged
        name={["due"]}
        read={api.due}
        empty={
          <Empty icon={IconClock} title={t("due.none")}>
            {t("due.noneText")}
          </Empty>
        }
      >
        {(items) => (
          <div>
            <Days items={items} level="h2" at={(item) => item.dueAt}>
              {(day) => (
                <ul className="card flush rows">
                  {day.map((item) => (
                    <li key={item.key} className="moment wide">
                      <div>
                        <TimeOfDay at={item.dueAt} />
                        <p className="quiet small">
                          <Moment at={item.dueAt} />
                        </p>
                      </div>
                      <WaitingItem item={item} />
                    </li>
                  ))}
                </ul>
              )}
            </Days>
          </div>
        )}
      </Paged>
    </div>
  );
}
