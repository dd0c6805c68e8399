import "../../../theme/preview.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MessageId } from "../../../i18n/en.ts";
import { answered } from "../../../api/answered.ts";
import { client } from "../../../api/client.ts";
import { useText } from "../../../i18n/language.ts";
import { Failure } from "../../../parts/Failure.tsx";
import { Loading } from "../../../parts/Loading.tsx";
import { Tabs } from "../../../parts/Tabs.tsx";
import { InboxLine } from "./InboxLine.tsx";
import { MailWeight } from "./MailWeight.tsx";
import { PreviewProblems } from "./PreviewProblems.tsx";
import { PreviewView, previewViews, type ViewName } from "./PreviewView.tsx";
import { type Recipient, RecipientChoice } from "./RecipientChoice.tsx";
import { useSettled } from "./use-settled.ts";

/** After so many milliseconds without a key the text is previewed: not at each letter. */
const settledAfter = 400;

/**
 * An e-mail as one person would get it: `text` as it is edited, or what is published. What cannot be compiled says what is wrong
 * with it, and the last that could be stays beneath.
 */
export function TemplatePreview(props: { readonly name: string; readonly language: string; readonly text: string | undefined }) {
  const { t } = useText();
  const { name, language } = props;
  const text = useSettled(props.text, settledAfter);
  const [recipient, setRecipient] = useState<Recipient>();
  const [view, setView] = useState<ViewName>("desktop");
  const query = useQuery({
    queryKey: ["preview", name, language, recipient?.id, text],
    queryFn: () =>
      answered(
        client.POST("/api/definitions/email/{name}/preview", {
          params: { path: { name } },
          body: { language, ...(text === undefined ? {} : { text }), ...(recipient === undefined ? {} : { personId: recipient.id }) },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const [shown, setShown] = useState<NonNullable<NonNullable<typeof query.data>["mail"]>>();
  const mail = query.data?.mail ?? undefined;
  if (mail !== undefined && mail !== shown) setShown(mail);
  return (
    <section className="preview" aria-label={t("preview.label")} aria-busy={query.isFetching}>
      <RecipientChoice chosen={recipient} choose={setRecipient} />
      {query.isError ? <Failure fault={query.error} retry={() => void query.refetch()} /> : null}
      {query.data === undefined || query.data.problems.length === 0 ? null : (
        <PreviewProblems problems={query.data.problems} isLastShown={shown !== undefined} />
      )}
      {shown === undefined ? (
        query.isPending ? (
          <Loading shape="page" />
        ) : null
      ) : (
        <>
          <InboxLine mail={shown} />
          <Tabs
            label={t("preview.views")}
            tabs={previewViews.map((id) => ({ id, label: t(`preview.view.${id}` satisfies MessageId) }))}
            chosen={view}
            choose={setView}
          >
            <PreviewView mail={shown} view={view} title={t("preview.frame", { subject: shown.subject })} />
          </Tabs>
          <MailWeight bytes={shown.bytes} />
        </>
      )}
    </section>
  );
}
