import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ParkedView } from "#contract/api.ts";
import { api } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Failure } from "../../parts/Failure.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { Waiting } from "../../parts/Waiting.tsx";

type Decision = "retry" | "resend" | "count-as-sent";

/** One thing given up. What is decided stands as done at once; if the API refuses, the choice comes back with the reason. */
export function ParkedItem({ item }: { readonly item: ParkedView }) {
  const { t } = useText();
  const client = useQueryClient();
  const decision = useMutation({
    mutationFn: (chosen: Decision) => api.retry(item.key, chosen),
    onSuccess: () => client.invalidateQueries({ queryKey: ["overview"] }),
  });
  return (
    <>
      <div className="row small quiet">
        {item.uncertain ? <Tag tone="warn">{t("message.state.uncertain")}</Tag> : null}
        <Tag tone={item.uncertain ? "plain" : "bad"}>{t("parked.tries", { count: item.attempts })}</Tag>
        <Moment at={item.parkedAt} />
      </div>
      <Waiting item={item} />
      {item.problem === "" ? null : (
        <div>
          <h3>{t("common.technical")}</h3>
          <p className="said small">{item.problem}</p>
        </div>
      )}
      {decision.isError ? <Failure fault={decision.error} /> : null}
      {decision.isPending || decision.isSuccess ? (
        <p role="status">
          <Tag tone="good">{t("parked.done")}</Tag>
        </p>
      ) : (
        <Choices uncertain={item.uncertain} choose={decision.mutate} />
      )}
    </>
  );
}

/** What may be decided, and what each means for the person. */
function Choices({ uncertain, choose }: { readonly uncertain: boolean; readonly choose: (decision: Decision) => void }) {
  const { t } = useText();
  if (!uncertain)
    return (
      <div>
        <Button variant="default" onClick={() => choose("retry")}>
          {t("parked.retry")}
        </Button>
      </div>
    );
  return (
    <div className="choices">
      <div>
        <Button variant="default" onClick={() => choose("resend")}>
          {t("parked.resend")}
        </Button>
        <p className="quiet small">{t("parked.resendMeans")}</p>
      </div>
      <div>
        <Button variant="default" onClick={() => choose("count-as-sent")}>
          {t("parked.sent")}
        </Button>
        <p className="quiet small">{t("parked.sentMeans")}</p>
      </div>
    </div>
  );
}
