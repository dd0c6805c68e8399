import { Failure } from "../parts/Failure.tsx";
import { Loading } from "../parts/Loading.tsx";
import { Section } from "../parts/Section.tsx";
import { useText } from "../i18n/language.ts";
import { InForce } from "./manners/InForce.tsx";
import { WindowForm } from "./manners/WindowForm.tsx";
import { useSettingsFile } from "./file/use-settings-file.ts";
import { WhoForm } from "./file/WhoForm.tsx";

/** When mails leave and how they present themselves: what is in force in words, and forms that edit the same text as the files. */
export function Manners() {
  const { t } = useText();
  const { query, settings, version } = useSettingsFile();
  if (query.error !== null) return <Failure fault={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Loading shape="page" />;
  if (settings === undefined) return <p className="said">{t("manners.unreadable")}</p>;
  return (
    <>
      <Section title={t("settings.manners")} lead={t("manners.lead", { version: version ?? 0 })}>
        <InForce settings={settings} />
      </Section>
      <Section title={t("manners.window")} lead={t("manners.windowLead")}>
        <WindowForm key={`w${version}`} settings={settings} />
      </Section>
      <Section title={t("who.heading")} lead={t("who.lead")}>
        <WhoForm key={`i${version}`} settings={settings} />
      </Section>
    </>
  );
}
