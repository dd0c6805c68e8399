import { SegmentedControl } from "@mantine/core";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Overview } from "#contract/api.ts";
import { token } from "../api/token.ts";
import { useOverview } from "../api/use-overview.ts";
import { dateTime } from "../i18n/formats.ts";
import { speak, useText } from "../i18n/language.ts";
import { SchemeSwitch } from "./SchemeSwitch.tsx";
import { Tag } from "./Tag.tsx";

/** What stands around every page: where one can go, what time it is for Relance, and how one likes to read. */
export function Frame() {
  const { t, language } = useText();
  const overview = useOverview();
  const content = useFocusOnArrival();
  return (
    <>
      <a className="skip" href="#content">
        {t("app.skip")}
      </a>
      <header className="bar">
        <div className="bar-inner">
          <Link to="/people" className="brand" activeProps={{ "aria-current": undefined }}>
            <img src="/icon.svg" alt="" />
            <span className="clip">{overview?.company ?? "Relance"}</span>
          </Link>
          <nav className="nav" aria-label={t("nav.main")}>
            <Link to="/people">{t("nav.people")}</Link>
            <Link to="/due">{t("nav.due")}</Link>
            <Link to="/parked">
              {t("nav.parked")}
              {overview !== undefined && overview.parked > 0 ? <Tag tone="bad">{overview.parked}</Tag> : null}
            </Link>
            {overview?.local === true ? <a href={`/local/mailbox#token=${token() ?? ""}`}>{t("nav.mailbox")}</a> : null}
          </nav>
          <div className="settings">
            <SegmentedControl
              size="xs"
              aria-label={t("app.language")}
              value={language}
              data={["fr", "en"].map((value) => ({ value, label: value.toUpperCase() }))}
              onChange={(value) => speak(value === "fr" ? "fr" : "en")}
            />
            <SchemeSwitch />
          </div>
        </div>
      </header>
      <div className="strip">{overview === undefined ? null : <Strip overview={overview} />}</div>
      <main className="page" id="content" tabIndex={-1} ref={content}>
        <Outlet />
      </main>
    </>
  );
}

/** What matters at a glance: Relance's clock, what is due, what was given up. */
function Strip({ overview }: { readonly overview: Overview }) {
  const { t, locale } = useText();
  return (
    <>
      <time dateTime={overview.now}>{t("app.now", { now: dateTime(overview.now, locale) })}</time>
      <Link to="/due">{t("app.dueNow", { count: overview.dueNow })}</Link>
      <Link to="/parked">{t("app.parked", { count: overview.parked })}</Link>
    </>
  );
}

/** Whoever goes to another page by keyboard goes on from its content, not from the link that is gone. */
function useFocusOnArrival() {
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const arrived = useRef(pathname);
  useEffect(() => {
    if (arrived.current === pathname) return;
    arrived.current = pathname;
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return content;
}
