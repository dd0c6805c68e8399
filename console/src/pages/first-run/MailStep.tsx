import { useQuery, useQueryClient } from "@tanstack/react-query";
import { IconSend } from "@tabler/icons-react";
import { useState } from "react";
import type { FirstRun } from "#contract/first-run.ts";
import type { TestMail } from "#contract/test-mail.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useMe } from "../../api/use-me.ts";
import { useOverview } from "../../api/use-overview.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { ChoiceField } from "../../parts/form/fields.tsx";

/** A mail in one's own mailbox; or the form filled in, as a visitor would. */
export function MailStep({ facts }: { readonly facts: FirstRun }) {
  const { t, language } = useText();
  const queries = useQueryClient();
  const me = useMe();
  const team = useQuery({ queryKey: ["team"], queryFn: () => answered(client.GET("/api/team")) });
  const [asked, setName] = useState<string>();
  const [askedTo, setTo] = useState<string>();
  const [sent, setSent] = useState<TestMail>();
  const email = facts.emails.find(({ name }) => name === asked) ?? facts.emails[0];
  const own = me?.email ?? "";
  const to = askedTo ?? (own === "" ? team.data?.items[0]?.email : own) ?? "";
  const send = async (): Promise<void> => {
    if (email === undefined) return;
    const spoken = email.languages.find((one) => one.startsWith(language)) ?? email.languages[0] ?? language;
    const path = { name: email.name };
    setSent(await answered(client.POST("/api/definitions/email/{name}/test", { params: { path }, body: { language: spoken, to } })));
    await queries.invalidateQueries({ queryKey: ["first-run"] });
  };
  const recipients = [...new Set([own, ...(team.data?.items ?? []).map((member) => member.email)])].filter((address) => address !== "");
  return (
    <div className="stack">
      <p>{t("firstRun.mailIs")}</p>
      {email === undefined ? (
        <p className="quiet">{t("firstRun.contentFirst")}</p>
      ) : (
        <div className="row first-run-mail">
          <ChoiceField
            name="name"
            label={t("firstRun.which")}
            value={email.name}
            change={setName}
            choices={facts.emails.map(({ name }) => ({ value: name, label: name }))}
          />
          <ChoiceField
            name="to"
            label={t("firstRun.to")}
            value={to}
            change={setTo}
            choices={recipients.map((address) => ({ value: address, label: address }))}
          />
        </div>
      )}
      <div>
        <Act
          tone="main"
          icon={IconSend}
          permission="definitions:publish"
          whyNot={email === undefined ? t("firstRun.contentFirst") : to === "" ? t("firstRun.noAddress") : undefined}
          run={send}
        >
          {t("firstRun.send")}
        </Act>
      </div>
      {sent === undefined ? null : <Sent mail={sent} />}
      {facts.forms[0] === undefined ? null : (
        <p className="small">
          {t("firstRun.orForm")}{" "}
          <a href={`/forms/${facts.forms[0]}`} target="_blank" rel="noreferrer">
            {t("firstRun.openForm", { form: facts.forms[0] })}
          </a>
        </p>
      )}
    </div>
  );
}

/** Where the mail is now: on the local runtime one click away. */
function Sent({ mail }: { readonly mail: TestMail }) {
  const { t } = useText();
  const isLocal = useOverview()?.local === true;
  return (
    <div className="said sent" role="status">
      <p className="break">{t("firstRun.sent", { subject: mail.subject, to: mail.to })}</p>
      {isLocal ? (
        <a href={`/local/mailbox#${mail.mailId}`}>{t("firstRun.look")}</a>
      ) : (
        <p className="quiet small">{t("firstRun.lookYours")}</p>
      )}
    </div>
  );
}
