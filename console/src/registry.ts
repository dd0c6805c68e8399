import {
  IconAlertTriangle,
  IconClock,
  IconForms,
  IconLayoutKanban,
  IconMail,
  IconPalette,
  IconPhoneCall,
  IconRoute,
  IconSettings,
  IconTargetArrow,
  IconUsers,
} from "@tabler/icons-react";
import { lazyRouteComponent } from "@tanstack/react-router";
import { detail, place } from "./frame/place.ts";
import { IconChartBar } from "@tabler/icons-react";

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
    path: "/pipeline",
    component: lazyRouteComponent(() => import("./pages/pipeline/PipelinePage.tsx"), "PipelinePage"),
    label: "nav.pipeline",
    words: "palette.pipeline",
    permission: "people:read",
    keys: "g l",
    icon: IconLayoutKanban,
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
    path: "/sequences",
    component: lazyRouteComponent(() => import("./pages/sequences/SequencesPage.tsx"), "SequencesPage"),
    label: "nav.sequences",
    words: "palette.sequences",
    permission: "definitions:read",
    keys: "g s",
    icon: IconRoute,
    group: "make",
  }),
  place({
    path: "/templates",
    component: lazyRouteComponent(() => import("./pages/templates/TemplatesPage.tsx"), "TemplatesPage"),
    label: "nav.templates",
    words: "palette.templates",
    permission: "definitions:read",
    keys: "g e",
    icon: IconMail,
    group: "make",
  }),
  place({
    path: "/scoring",
    component: lazyRouteComponent(() => import("./pages/scoring/ScoringPage.tsx"), "ScoringPage"),
    label: "nav.scoring",
    words: "palette.scoring",
    permission: "definitions:read",
    keys: "g c",
    icon: IconTargetArrow,
    group: "make",
  }),
  place({
    path: "/website-forms",
    component: lazyRouteComponent(() => import("./pages/forms/FormsPage.tsx"), "FormsPage"),
    label: "nav.forms",
    words: "palette.forms",
    permission: "definitions:read",
    keys: "g f",
    icon: IconForms,
    group: "make",
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
    path: "/insights",
    component: lazyRouteComponent(() => import("./pages/insights/InsightsPage.tsx"), "InsightsPage"),
    label: "nav.insights",
    words: "palette.insights",
    permission: "insights:read",
    keys: "g i",
    icon: IconChartBar,
    group: "make",
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
  detail({ path: "/sequences/$name", component: lazyRouteComponent(() => import("./pages/sequences/SequencePage.tsx"), "SequencePage") }),
  detail({
    path: "/sequences/new/$name",
    component: lazyRouteComponent(() => import("./pages/sequences/SequencePage.tsx"), "NewSequencePage"),
  }),
  detail({ path: "/templates/$name", component: lazyRouteComponent(() => import("./pages/templates/TemplatePage.tsx"), "TemplatePage") }),
  detail({
    path: "/templates/new/$name",
    component: lazyRouteComponent(() => import("./pages/templates/TemplatePage.tsx"), "NewTemplatePage"),
  }),
  detail({ path: "/scoring/$name", component: lazyRouteComponent(() => import("./pages/scoring/ScoringPage.tsx"), "ScoringPage") }),
  detail({ path: "/website-forms/$name", component: lazyRouteComponent(() => import("./pages/forms/FormPage.tsx"), "FormPage") }),
  detail({ path: "/website-forms/new/$name", component: lazyRouteComponent(() => import("./pages/forms/FormPage.tsx"), "NewFormPage") }),
] as const;

/** Where `/` leads: the first page of the list. Said in words, for a route knows its whole path only once the router stands. */
export const home = "/today" satisfies (typeof places)[0]["fullPath"];
