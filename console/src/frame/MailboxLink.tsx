import { IconMailbox } from "@tabler/icons-react";
import { token } from "../api/token.ts";
import { useOverview } from "../api/use-overview.ts";
import { useText } from "../i18n/language.ts";

/** The local runtime's mailbox, where every mail arrives; elsewhere there is none. */
export function MailboxLink({ className }: { readonly className: string }) {
  const { t } = useText();
  if (useOverview()?.local !== true) return null;
  return (
    <a href={`/local/mailbox#token=${token() ?? ""}`} className={className}>
      <IconMailbox size={20} stroke={1.6} aria-hidden />
      <span className="clip">{t("nav.mailbox")}</span>
    </a>
  );
}
