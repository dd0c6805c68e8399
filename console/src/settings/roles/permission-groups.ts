import { type Permission, permissionNames } from "#core/access/permission.ts";

/** The permissions by what they touch, in the table's order: `people:read` and `people:change` are one group. */
export const permissionGroups: readonly (readonly [string, readonly Permission[]])[] = [
  ...Map.groupBy(permissionNames, (permission) => permission.slice(0, permission.indexOf(":"))),
];
