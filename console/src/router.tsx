import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { Frame } from "./parts/Frame.tsx";
import { PeoplePage } from "./pages/PeoplePage.tsx";

/** Every page and its address. A page is added here and nowhere else; all but the first are read when gone to. */
const root = createRootRoute();
const frame = createRoute({ getParentRoute: () => root, id: "frame", component: Frame });
const home = createRoute({
  getParentRoute: () => frame,
  path: "/",
  beforeLoad: () => Promise.reject(redirect({ to: "/people", replace: true })),
});
const people = createRoute({ getParentRoute: () => frame, path: "/people", component: PeoplePage });
const person = createRoute({
  getParentRoute: () => frame,
  path: "/people/$id",
  component: lazyRouteComponent(() => import("./pages/PersonPage.tsx"), "PersonPage"),
});
const due = createRoute({
  getParentRoute: () => frame,
  path: "/due",
  component: lazyRouteComponent(() => import("./pages/DuePage.tsx"), "DuePage"),
});
const parked = createRoute({
  getParentRoute: () => frame,
  path: "/parked",
  component: lazyRouteComponent(() => import("./pages/ParkedPage.tsx"), "ParkedPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([frame.addChildren([home, people, person, due, parked])]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
