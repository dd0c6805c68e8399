import "../../theme/settings.css";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { home } from "../../registry.ts";
import { ContentStep } from "./ContentStep.tsx";
import { dismiss } from "./dismissed.ts";
import { MailStep } from "./MailStep.tsx";
import { SenderStep } from "./SenderStep.tsx";
import { Step } from "./Step.tsx";
import { stepsDone } from "./steps-done.ts";

/** From nothing to a mail in one's own mailbox, in three steps. Whether a step is done is read from what is there. */
export function FirstRunPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const facts = useQuery({ queryKey: ["first-run"], queryFn: () => answered(client.GET("/api/first-run")) });
  const leave = async (): Promise<void> => {
    dismiss();
    await navigate({ to: home });
  };
  const done = facts.data === undefined ? undefined : stepsDone(facts.data);
  const isReady = done !== undefined && done.sender && done.content && done.mail;
  return (
    <div className="stack first-run">
      <PageHead
        title={t("firstRun.title")}
        lead={t("firstRun.lead")}
        actions={
          <Act tone={isReady ? "main" : "quiet"} run={leave}>
            {isReady ? t("firstRun.ready") : t("firstRun.skip")}
          </Act>
        }
      />
      {facts.error === null ? null : <Failure fault={facts.error} retry={() => void facts.refetch()} />}
      {facts.isPending ? <Loading shape="cards" /> : null}
      {facts.data === undefined || done === undefined ? null : (
        <ol className="stack">
          <Step number={1} title={t("firstRun.sender")} isDone={done.sender}>
            <SenderStep facts={facts.data} />
          </Step>
          <Step number={2} title={t("firstRun.content")} isDone={done.content}>
            <ContentStep facts={facts.data} />
          </Step>
          <Step number={3} title={t("firstRun.mail")} isDone={done.mail}>
            <MailStep facts={facts.data} />
          </Step>
        </ol>
      )}
    </div>
  );
}
