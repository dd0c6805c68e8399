import { createRoute, createRouter, redirect } from "@tanstack/react-router";
import { Frame } from "./frame/Frame.tsx";
import { frame, root } from "./frame/frame-route.ts";
import { Broken } from "./frame/Broken.tsx";
import { NotFound } from "./frame/NotFound.tsx";
import { isFirstRun } from "./pages/first-run/offer-first-run.ts";
import { details, home, places } from "./registry.ts";

const start = createRoute({
  getParentRoute: () => frame,
  path: "/",
  beforeLoad: async () => Promise.reject(redirect({ to: (await isFirstRun()) ? "/first-run" : home, replace: true })),
});

/** An address that leads nowhere is told inside the frame, so that one goes on from there. */
const elsewhere = createRoute({ getParentRoute: () => frame, path: "$", component: NotFound });

export const router = createRouter({
  routeTree: root.addChildren([frame.update({ component: Frame }).addChildren([start, ...places, ...details, elsewhere])]),
  defaultPreload: "intent",
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
