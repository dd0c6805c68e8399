import { IconRefresh } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ParkedView } from "#contract/api.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { toastList } from "../../parts/toast/toasts.ts";

/** Everything that needs no decision, tried again page by page. What is uncertain stays where it is. */
export function RetryAll({ items }: { readonly items: readonly ParkedView[] }) {
  const { t } = useText();
  const queries = useQueryClient();
  const [done, setDone] = useState<number>();
  const undecided = items.filter(({ uncertain }) => uncertain).length;
  const retry = async (): Promise<void> => {
    let cursor: string | undefined;
    let retried = 0;
    setDone(0);
    try {
      do {
        const query = cursor === undefined ? {} : { cursor };
        const page = await answered(client.POST("/api/parked/retry", { params: { query } }));
        retried += page.retried;
        cursor = page.next ?? undefined;
        setDone(retried);
      } while (cursor !== undefined);
      toastList.say({ text: t("parked.retriedAll", { count: retried }) });
    } finally {
      setDone(undefined);
      await Promise.all([queries.invalidateQueries({ queryKey: ["parked"] }), queries.invalidateQueries({ queryKey: ["overview"] })]);
    }
  };
  return (
    <div className="stack">
      <div className="row">
        {items.length === undecided ? null : (
          <Act permission="work:retry" icon={IconRefresh} run={retry}>
            {t("parked.retryAll")}
          </Act>
        )}
        {undecided === 0 ? null : <span className="quiet small">{t("parked.undecided", { count: undecided })}</span>}
      </div>
      {done === undefined ? null : <Progress label={t("parked.retryingAll")} done={done} />}
    </div>
  );
}
