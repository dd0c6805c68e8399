import type { Member, MemberId } from "#core/access/member.ts";
import type { Role } from "#core/access/role.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Saved } from "./saved.ts";

/** The team: few, read whole. */
export interface MemberStore {
  /** Everybody, as of this moment: who was removed a second ago is not in it. */
  list(): Promise<readonly Member[]>;
  /** Stores a member; `conflict` if somebody stands under their id. */
  add(member: Member): Promise<Saved>;
  /** Gives a member another role, beside whatever else happens to them meanwhile; `conflict` if there is none. */
  setRole(id: MemberId, role: Role): Promise<Saved>;
  /** Notes when a member was last seen; whoever was removed meanwhile stays so. */
  see(id: MemberId, at: Instant): Promise<void>;
  remove(id: MemberId): Promise<void>;
}
