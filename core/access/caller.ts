import type { Permission } from "./permission.ts";
import type { Role } from "./role.ts";

/**
 * Who asks: a member of the team who signed in, or a program that bears a key. `id` is stable (`iss#sub` is folded into the
 * member's id), `name` is for people; `permissions` is all this caller may do.
 */
export type Caller =
  | {
      readonly kind: "member";
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly role: Role;
      readonly permissions: readonly Permission[];
    }
  | { readonly kind: "key"; readonly id: string; readonly name: string; readonly permissions: readonly Permission[] };

/** Whether a caller may do something. */
export function may(caller: Pick<Caller, "permissions">, permission: Permission): boolean {
  return caller.permissions.includes(permission);
}
