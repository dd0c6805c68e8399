import type { SenderStatus } from "#contract/settings.ts";
import { useText } from "../../i18n/language.ts";
import { Section } from "../../parts/Section.tsx";
import { Stat, Stats } from "../../parts/Stat.tsx";

/** What the account may send, and how much of it is left today. */
export function Account({ sender }: { readonly sender: SenderStatus }) {
  const { t, locale } = useText();
  const { account } = sender;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  if (account === null) return null;
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const suppressed = account.suppressedFor.map((reason) => t("sender.suppressedFor", { reason }));
  return (
    <Section title={t("sender.account")} lead={sender.local ? t("sender.localAccount") : t("sender.accountIn", { region: sender.region })}>
      <div className="stack">
        <Stats>
          <Stat
            label={t("sender.today")}
            figure={number.format(account.sentLastDay)}
            note={t("sender.ofQuota", { count: number.format(account.perDay) })}
          />
          <Stat label={t("sender.rate")} figure={number.format(account.perSecond)} note={t("sender.perSecond")} />
        </Stats>
        <p className="quiet small">
          {suppressed.length === 0 ? t("sender.suppressesNothing") : t("sender.suppresses", { reasons: list.format(suppressed) })}
        </p>
        {account.production ? null : <p className="said small">{t("sender.leaveSandbox")}</p>}
      </div>
    </Section>
  );
}
