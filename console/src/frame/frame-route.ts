import { createRootRoute, createRoute } from "@tanstack/react-router";

/** The root of all addresses, and the frame that stands around every page. */
export const root = createRootRoute();
export const frame = createRoute({ getParentRoute: () => root, id: "frame" });
