import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { dateTime } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { MailFrame } from "../../parts/mail/MailFrame.tsx";
import { Tabs } from "../../parts/Tabs.tsx";

/** One mail as it was sent: as a mail program shows it, and as its text. Nothing in it runs, is fetched or leads anywhere. */
export function MailDialog({
  personId,
  mailId,
  close,
}: {
  readonly personId: string;
  readonly mailId: string;
  readonly close: () => void;
}) {
  const { t, locale } = useText();
  const [side, setSide] = useState<"html" | "text">("html");
  const query = useQuery({
    queryKey: ["mail", personId, mailId],
    queryFn: () => answered(client.GET("/api/people/{id}/mails/{mail}", { params: { path: { id: personId, mail: mailId } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const mail = query.data;
  return (
    <Dialog isOpen close={close} title={mail?.subject ?? t("mail.title")} place="wide">
      {query.isPending ? <Loading shape="page" /> : null}
      {query.isError ? <Failure fault={query.error} retry={() => void query.refetch()} /> : null}
      {mail === undefined ? null : (
        <>
          <p className="quiet small break">
            {t("mail.to", { to: mail.to })}
            {mail.sentAt === null ? "" : `, ${dateTime(mail.sentAt, locale)}`}
          </p>
          <Tabs
            label={t("mail.sides")}
            tabs={[
              { id: "html", label: t("mail.html") },
              { id: "text", label: t("mail.text") },
            ]}
            chosen={side}
            choose={setSide}
          >
            {side === "html" ? <MailFrame title={mail.subject} html={mail.html} /> : <pre className="mail-text">{mail.text}</pre>}
          </Tabs>
          <p className="quiet small">{t("mail.safe")}</p>
        </>
      )}
    </Dialog>
  );
}
