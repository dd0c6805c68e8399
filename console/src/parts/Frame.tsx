import { ActionIcon, SegmentedControl, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { api } from "../api/client.ts";
import { token } from "../api/token.ts";
import { dateTime } from "../i18n/formats.ts";
import { speak, useText } from "../i18n/language.ts";

/** What stands around every page: where one can go, what time it is for Relance, and how one likes to read. */
export function Frame() {
  const { t, language } = useText();
  const { data } = useQuery({ queryKey: ["overview"], queryFn: api.overview, refetchInterval: 5_000 });
  return (
    <>
      <a className="skip" href="#content">
        {t("app.skip")}
      </a>
      <header className="bar">
        <div className="bar-inner">
          <Link to="/people" className="brand">
            {data?.company ?? "Relance"}
          </Link>
          <nav className="nav">
            <Link to="/people">{t("nav.people")}</Link>
            <Link to="/due">{t("nav.due")}</Link>
            <Link to="/parked">
              {t("nav.parked")}
              {data !== undefined && data.parked > 0 ? ` (${data.parked})` : ""}
            </Link>
            {data?.local === true ? <a href={`/local/mailbox#token=${token() ?? ""}`}>{t("nav.mailbox")}</a> : null}
          </nav>
          <SegmentedControl
            size="xs"
            aria-label={t("app.language")}
            value={language}
            data={["fr", "en"].map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(value) => speak(value === "fr" ? "fr" : "en")}
          />
          <SchemeSwitch />
        </div>
      </header>
      <main className="page" id="content">
        <Outlet />
        {data === undefined ? null : (
          <p className="quiet">
            {t("app.now", { now: dateTime(data.now, language) })} · {t("app.dueNow", { count: data.dueNow })}
          </p>
        )}
      </main>
    </>
  );
}

function SchemeSwitch() {
  const { t } = useText();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={t("app.scheme")}
      onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </svg>
    </ActionIcon>
  );
}
