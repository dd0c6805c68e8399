import type { Icon } from "@tabler/icons-react";
import { createRoute, type RouteComponent } from "@tanstack/react-router";
import type { Permission } from "#core/access/permission.ts";
import type { MessageId } from "../i18n/en.ts";
import type { Keys } from "../keys/read-keys.ts";
import { frame } from "./frame-route.ts";

/** The parts of the side bar, in their order. */
export const groups = ["day", "make", "run"] as const;

/** A page one goes to from the side bar and the palette. */
export interface Place {
  readonly label: MessageId;
  readonly icon: Icon;
  readonly group: (typeof groups)[number];
  /** What one must be allowed to do to see it; without it, everybody may. */
  readonly permission?: Permission;
  /** Other words by which the palette finds it, in each language. */
  readonly words?: MessageId;
  /** Whether it stands in the phone's bottom bar rather than behind “more”. */
  readonly thumb?: true;
  /** The keys that lead there: `g` and a letter. */
  readonly keys?: Keys;
  /** Exists on the local runtime alone. */
  readonly local?: true;
}

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    readonly place?: Place;
  }
}

/** A page with its place in the navigation: its route, its link and its line in the palette are all made from this. */
export function place<const Path extends string>({
  path,
  component,
  ...rest
}: Place & { readonly path: Path; readonly component: RouteComponent }) {
  return createRoute({ getParentRoute: () => frame, path, component, staticData: { place: rest } });
}

/** A page that one reaches from another page only, such as one person's. */
export function detail<const Path extends string>({ path, component }: { readonly path: Path; readonly component: RouteComponent }) {
  return createRoute({ getParentRoute: () => frame, path, component });
}
