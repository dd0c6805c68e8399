import type { MailInsightView } from "#contract/insights.ts";
import { useText } from "../../i18n/language.ts";
import { Figures } from "../../parts/chart/Figures.tsx";
import { countWords, rateWords, shareWords } from "./insight-words.ts";

/** How each group of mailboxes takes our mails: every one of them judges a sender apart. */
export function MailboxGroups({ groups }: { readonly groups: MailInsightView["groups"] }) {
  const text = useText();
  const { t, locale } = text;
  return (
    <Figures
      title={t("insights.groups")}
      lead={t("insights.groupsLead")}
      name="mailboxes"
      heads={[
        t("insights.group"),
        t("insights.sent"),
        t("insights.delivered"),
        t("insights.bounceRate"),
        t("insights.complaints"),
        t("insights.standing"),
      ]}
      rows={groups.map(({ group, sent, delivered, bounces, complaints, complained, standing }) => ({
        shown: [
          t(`insights.group.${group}`),
          countWords(sent, locale),
          countWords(delivered, locale),
          rateWords(bounces, text),
          standing === "too-few" || complaints.share === null
            ? countWords(complained, locale)
            : `${countWords(complained, locale)} (${shareWords(complaints.share, locale)})`,
          t(`insights.standing.${standing}`),
        ],
        raw: [group, sent, delivered, bounces.share ?? "", complained, standing],
      }))}
    />
  );
}
