import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ParkedView } from "#contract/api.ts";
import { api } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { WaitingItem } from "../../parts/WaitingItem.tsx";

type Decision = "retry" | "resend" | "count-as-sent";

/** One thing given up, and what may be decided about it. A refusal stands where it was asked, and the choice stays. */
export function ParkedItem({ item }: { readonly item: ParkedView }) {
  const { t, own } = useText();
  const client = useQueryClient();
  const [isDecided, setDecided] = useState(false);
  // What it waits for mostly quotes why it failed.
  const isSaid = item.because.text.en.includes(item.problemText.en);
  const choose = async (decision: Decision): Promise<void> => {
    await api.retry(item.key, decision);
    setDecided(true);
    await client.invalidateQueries({ queryKey: ["overview"] });
  };
  return (
    <>
      <div className="row small quiet">
        {item.uncertain ? <Tag tone="warn">{t("message.state.uncertain")}</Tag> : null}
        <Tag tone={item.uncertain ? "plain" : "bad"}>{t("parked.tries", { count: item.attempts })}</Tag>
        <Moment at={item.parkedAt} />
      </div>
      <WaitingItem item={item} />
      {item.uncertain ? <p className="small break">{t("parked.doubt")}</p> : null}
      {item.problem === "" || isSaid ? null : (
        <div>
          <h3>{t("common.technical")}</h3>
          <p className="said small">{own(item.problemText)}</p>
        </div>
      )}
      {isDecided ? (
        <p role="status">
          <Tag tone="good">{t("parked.done")}</Tag>
        </p>
      ) : (
        <Choices uncertain={item.uncertain} choose={choose} />
      )}
    </>
  );
}

/** What may be decided, and what each means for the person. */
function Choices({ uncertain, choose }: { readonly uncertain: boolean; readonly choose: (decision: Decision) => Promise<void> }) {
  const { t } = useText();
  if (!uncertain)
    return (
      <div>
        <Act permission="work:retry" run={() => choose("retry")}>
          {t("parked.retry")}
        </Act>
      </div>
    );
  return (
    <div className="choices">
      <div>
        <Act permission="work:retry" run={() => choose("resend")}>
          {t("parked.resend")}
        </Act>
        <p className="quiet small">{t("parked.resendMeans")}</p>
      </div>
      <div>
        <Act permission="work:retry" run={() => choose("count-as-sent")}>
          {t("parked.sent")}
        </Act>
        <p className="quiet small">{t("parked.sentMeans")}</p>
      </div>
    </div>
  );
}
