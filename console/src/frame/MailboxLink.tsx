import { IconMailbox } from "@tabler/icons-react";
import { useOverview } from "../api/use-overview.ts";
import { useText } from "../i18n/language.ts";
import { useSession } from "../sign-in/session.ts";

/** The local runtime's mailbox, where every mail arrives; elsewhere there is none. */
export function MailboxLink({ className }: { readonly className: string }) {
  const { t } = useText();
  const session = useSession();
  if (useOverview()?.local !== true) return null;
  // Whoever signed in by the local provider has shown the printed token to it.
  return (
    <a href={session?.kind === "token" ? `/local/mailbox#token=${session.token}` : "/local/mailbox"} className={className}>
      <IconMailbox size={20} stroke={1.6} aria-hidden />
      <span className="clip">{t("nav.mailbox")}</span>
    </a>
  );
}
