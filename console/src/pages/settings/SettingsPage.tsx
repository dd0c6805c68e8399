import "../../theme/settings.css";
import { Link, useParams } from "@tanstack/react-router";
import { IconLock } from "@tabler/icons-react";
import { Suspense } from "react";
import { useMe } from "../../api/use-me.ts";
import { useText } from "../../i18n/language.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { useWhyNot } from "../../parts/act/use-why-not.ts";
import { sections, type SettingsSection } from "./sections.ts";

/** How Relance is set up, part by part; the address says which one is shown. */
export function SettingsPage() {
  const { t } = useText();
  const { section: asked } = useParams({ strict: false });
  const chosen = sections.find(({ id }) => id === asked) ?? sections[0];
  return (
    <div className="stack">
      <PageHead title={t("settings.title")} lead={t("settings.lead")} actions={<Link to="/first-run">{t("firstRun.link")}</Link>} />
      <div className="settings">
        <nav aria-label={t("settings.sections")} className="settings-nav">
          {sections.map(({ id, label, icon: Icon }) => (
            <Link
              key={id}
              to="/settings/$section"
              params={{ section: id }}
              className="settings-link"
              aria-current={id === chosen.id ? "page" : undefined}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              {t(label)}
            </Link>
          ))}
        </nav>
        <div className="stack">
          <Shown section={chosen} />
        </div>
      </div>
    </div>
  );
}

/** A section, or why the reader may not see it: the API would refuse each of its questions. */
function Shown({ section }: { readonly section: SettingsSection }) {
  const { t } = useText();
  const me = useMe();
  const whyNot = useWhyNot(section.permission);
  if (me === undefined) return null;
  if (whyNot !== undefined)
    return (
      <Empty icon={IconLock} title={t("settings.closed", { section: t(section.label) })}>
        {whyNot}
      </Empty>
    );
  return (
    <Suspense fallback={<Loading shape="page" />}>
      <section.component />
    </Suspense>
  );
}
