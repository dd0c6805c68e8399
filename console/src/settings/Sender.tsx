import { useQuery } from "@tanstack/react-query";
import { IconRefresh } from "@tabler/icons-react";
import { answered } from "../api/answered.ts";
import { client } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { Act } from "../parts/act/Act.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Loading } from "../parts/Loading.tsx";
import { Section } from "../parts/Section.tsx";
import { Account } from "./sender/Account.tsx";
import { Records } from "./sender/Records.tsx";
import { Verdict } from "./sender/Verdict.tsx";

/** Who writes; whether mail may leave and will be believed; and what to ask of whoever keeps the domain. */
export function Sender() {
  const { t } = useText();
  const status = useQuery({ queryKey: ["sender"], queryFn: () => answered(client.GET("/api/settings/sender")), staleTime: 30_000 });
  const again = (
    <Act icon={IconRefresh} run={() => status.refetch()}>
      {t("sender.again")}
    </Act>
  );
  if (status.error !== null) return <Failure fault={status.error} retry={() => void status.refetch()} />;
  if (status.data === undefined) return <Loading shape="page" />;
  const sender = status.data;
  return (
    <>
      <Section title={t("settings.sender")} lead={t("sender.lead")} actions={again}>
        <div className="stack">
          <dl className="pairs">
            <div>
              <dt>{t("sender.from")}</dt>
              <dd>
                {sender.name}
                <br />
                {sender.address}
              </dd>
            </div>
            <div>
              <dt>{t("sender.replies")}</dt>
              <dd>{sender.replyDomain}</dd>
            </div>
            <div>
              <dt>{t("sender.owner")}</dt>
              <dd>{sender.owner}</dd>
            </div>
          </dl>
          <Verdict sender={sender} />
        </div>
      </Section>
      <Records sender={sender} />
      <Account sender={sender} />
    </>
  );
}
