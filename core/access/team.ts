import { deterministicId } from "#core/id/id.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Member, MemberId } from "./member.ts";
import type { Role } from "./role.ts";

/** The id of whoever has an address: one address is one member, also when two owners add it at once, or it comes back. */
export function memberIdOf(email: string): MemberId {
  return deterministicId("member", 0, "member", email);
}

/** Somebody new in the team; `email` is as `memberEmail` gives it. */
export function newMember(who: { readonly email: string; readonly name: string; readonly role: Role }, by: string, now: Instant): Member {
  return { id: memberIdOf(who.email), email: who.email, name: who.name, role: who.role, addedAt: now, addedBy: by };
}

/** Whether the team still has an owner once `id` has `role` (or, without one, is gone). A team without one is locked for good. */
export function keepsAnOwner(team: readonly Pick<Member, "id" | "role">[], id: MemberId, role?: Role): boolean {
  return team.some((member) => (member.id === id ? role : member.role) === "owner");
}
