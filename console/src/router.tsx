import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { Frame } from "./parts/Frame.tsx";
import { DuePage } from "./pages/DuePage.tsx";
import { ParkedPage } from "./pages/ParkedPage.tsx";
import { PeoplePage } from "./pages/PeoplePage.tsx";
import { PersonPage } from "./pages/PersonPage.tsx";

/** Every page and its address. A page is added here and nowhere else. */
const root = createRootRoute();
const frame = createRoute({ getParentRoute: () => root, id: "frame", component: Frame });
const home = createRoute({
  getParentRoute: () => frame,
  path: "/",
  beforeLoad: () => Promise.reject(redirect({ to: "/people", replace: true })),
});
const people = createRoute({ getParentRoute: () => frame, path: "/people", component: PeoplePage });
const person = createRoute({ getParentRoute: () => frame, path: "/people/$id", component: PersonPage });
const due = createRoute({ getParentRoute: () => frame, path: "/due", component: DuePage });
const parked = createRoute({ getParentRoute: () => frame, path: "/parked", component: ParkedPage });

export const router = createRouter({
  routeTree: root.addChildren([frame.addChildren([home, people, person, due, parked])]),
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
