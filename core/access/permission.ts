import * as z from "zod";
import { type Role, roles } from "./role.ts";

const everybody = roles;
const people: readonly Role[] = ["owner", "marketer", "sales"];
const marketing: readonly Role[] = ["owner", "marketer"];
const owners: readonly Role[] = ["owner"];

/**
 * Who may do what: the one table that the API enforces and the console greys its buttons from. A permission names what is
 * touched and how; a route asks for exactly one.
 */
export const permissions = {
  "people:read": everybody,
  "people:change": people,
  "people:enrol": people,
  "people:export": marketing,
  "people:import": marketing,
  "people:erase": owners,
  "definitions:read": everybody,
  "definitions:publish": marketing,
  "sources:read": everybody,
  "sources:manage": marketing,
  "insights:read": everybody,
  "work:read": everybody,
  "work:retry": marketing,
  "events:write": marketing,
  "settings:read": everybody,
  "team:manage": owners,
  "keys:manage": owners,
  "audit:read": owners,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof permissions;

export const permissionNames: readonly Permission[] = Object.keys(permissions).filter(isPermission);
export const permissionSchema = z.custom<Permission>((value) => typeof value === "string" && isPermission(value));

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(permissions, text);
}

/** The roles that have a permission, the highest first. */
export function whoMay(permission: Permission): readonly Role[] {
  return permissions[permission];
}

/** All that a role may do. */
export function permissionsOf(role: Role): readonly Permission[] {
  return permissionNames.filter((permission) => whoMay(permission).includes(role));
}
