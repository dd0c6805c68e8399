import type { PreviewView } from "#contract/definitions.ts";
import { useOverview } from "../../../api/use-overview.ts";
import { useText } from "../../../i18n/language.ts";
import { Face } from "../../../parts/Face.tsx";

/** A mail's line in a list of mails, where it is opened or not: sender, subject, and the preheader that follows it. */
export function InboxLine({ mail }: { readonly mail: NonNullable<PreviewView["mail"]> }) {
  const { t } = useText();
  const company = useOverview()?.company ?? "";
  return (
    <div className="inbox-line" role="group" aria-label={t("preview.inbox")}>
      <Face name={company} />
      <div>
        <span className="clip strong">{company}</span>
        <span className="clip">
          <span className="for-ears">{t("preview.subject")}</span>
          <span className="strong" data-subject>
            {mail.subject}
          </span>
        </span>
        <span className="clip quiet small">
          <span className="for-ears">{t("preview.preheader")}</span>
          {mail.preheader === "" ? t("preview.noPreheader") : <span data-preheader>{mail.preheader}</span>}
        </span>
      </div>
    </div>
  );
}
