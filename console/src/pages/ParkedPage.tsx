import { IconCircleCheck } from "@tabler/icons-react";
import { api } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { Empty } from "../parts/Empty.tsx";
import { Paged } from "../parts/Paged.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { RetryAll } from "./parked/RetryAll.tsx";
import { ParkedItem } from "./parked/ParkedItem.tsx";

/** What was given up, with its reason and a way on. */
export function ParkedPage() {
  const { t } = useText();
  return (
    <div className="stack">
      <PageHead title={t("parked.title")} lead={t("parked.lead")} />
      <Paged
        name={["parked"]}
        read={api.parked}
        empty={
          <Empty icon={IconCircleCheck} title={t("parked.none")}>
            {t("parked.noneText")}
          </Empty>
        }
      >
        {(items) => (
          <>
            <RetryAll items={items} />
            <ul className="stack">
              {items.map((item) => (
                <li key={item.key} className="card stack">
                  <ParkedItem item={item} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Paged>
    </div>
  );
}
