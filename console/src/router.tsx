import { createRoute, createRouter, redirect } from "@tanstack/react-router";
import { Frame } from "./frame/Frame.tsx";
import { frame, root } from "./frame/frame-route.ts";
import { NotFound } from "./frame/NotFound.tsx";
import { details, home, places } from "./registry.ts";

const start = createRoute({
  getParentRoute: () => frame,
  path: "/",
  beforeLoad: () => Promise.reject(redirect({ to: home, replace: true })),
});

export const router = createRouter({
  routeTree: root.addChildren([frame.update({ component: Frame }).addChildren([start, ...places, ...details])]),
  defaultPreload: "intent",
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
