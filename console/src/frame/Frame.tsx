import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useText } from "../i18n/language.ts";
import { BottomBar } from "./BottomBar.tsx";
import { Toasts } from "../parts/toast/Toasts.tsx";
import { Keyboard } from "./Keyboard.tsx";
import { SideBar } from "./SideBar.tsx";
import { TopBar } from "./TopBar.tsx";

/** What stands around every page: at its side on a wide screen, above and beneath it on a phone. */
export function Frame() {
  const { t } = useText();
  const content = useFocusOnArrival();
  return (
    <>
      <a className="skip" href="#content">
        {t("app.skip")}
      </a>
      <div className="shell">
        <SideBar />
        <TopBar />
        <main className="page" id="content" tabIndex={-1} ref={content}>
          <Outlet />
        </main>
        <BottomBar />
      </div>
      <Toasts />
      <Keyboard />
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
