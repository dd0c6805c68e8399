import { IconAlertTriangle, IconClock, IconPalette, IconPhoneCall, IconSettings, IconUsers } from "@tabler/icons-react";
import { lazyRouteComponent } from "@tanstack/react-router";
import { detail, place } from "./frame/place.ts";

/**
 * Every page of the console, in the order of the side bar. A page is added here and nowhere else: its typed route, its link in the
 * navigation and its line in the palette follow. Register what exists, never what is to come.
 */
export const places = [
  place({
    path: "/today",
    component: lazyRouteComponent(() => import("./pages/today/TodayPage.tsx"), "TodayPage"),
    label: "nav.today",
    words: "palette.today",
    permission: "people:read",
    keys: "g a",
    icon: IconPhoneCall,
    group: "day",
    thumb: true,
  }),
  place({
    path: "/people",
    component: lazyRouteComponent(() => import("./pages/PeoplePage.tsx"), "PeoplePage"),
    label: "nav.people",
    words: "palette.people",
    permission: "people:read",
    keys: "g p",
    icon: IconUsers,
    group: "day",
    thumb: true,
  }),
  place({
    path: "/due",
    component: lazyRouteComponent(() => import("./pages/DuePage.tsx"), "DuePage"),
    label: "nav.due",
    words: "palette.due",
    permission: "work:read",
    keys: "g d",
    icon: IconClock,
    group: "run",
    thumb: true,
  }),
  place({
    path: "/parked",
    component: lazyRouteComponent(() => import("./pages/ParkedPage.tsx"), "ParkedPage"),
    label: "nav.parked",
    words: "palette.parked",
    permission: "work:read",
    keys: "g k",
    icon: IconAlertTriangle,
    group: "run",
    thumb: true,
  }),
  place({
    path: "/settings",
    component: lazyRouteComponent(() => import("./pages/settings/SettingsPage.tsx"), "SettingsPage"),
    label: "nav.settings",
    words: "palette.settings",
    permission: "settings:read",
    keys: "g r",
    icon: IconSettings,
    group: "run",
  }),
  place({
    path: "/design",
    component: lazyRouteComponent(() => import("./pages/design/DesignPage.tsx"), "DesignPage"),
    label: "nav.design",
    words: "palette.design",
    icon: IconPalette,
    group: "run",
    local: true,
  }),
] as const;

/** Pages one reaches from another page only. */
export const details = [
  detail({ path: "/first-run", component: lazyRouteComponent(() => import("./pages/first-run/FirstRunPage.tsx"), "FirstRunPage") }),
  detail({ path: "/settings/$section", component: lazyRouteComponent(() => import("./pages/settings/SettingsPage.tsx"), "SettingsPage") }),
  detail({ path: "/people/$id", component: lazyRouteComponent(() => import("./pages/PersonPage.tsx"), "PersonPage") }),
] as const;

/** Where `/` leads: the first page of the list. Said in words, for a route knows its whole path only once the router stands. */
export const home = "/today" satisfies (typeof places)[0]["fullPath"];
