import type { Role } from "#core/access/role.ts";
import type { Member } from "#core/access/member.ts";
import { newMember } from "#core/access/team.ts";
import type { MemberStore } from "#core/ports/member-store.ts";
import type { Instant } from "#core/time/instant.ts";

/** Somebody of the example's company, to see Relance as. */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** One for each role, the owner first. */
export const demoPeople: readonly [DemoPerson, ...DemoPerson[]] = [
  { email: "camille@atelier-lumen.example", name: "Camille Rey", role: "owner" },
  { email: "malik@atelier-lumen.example", name: "Malik Benali", role: "marketer" },
  { email: "sophie@atelier-lumen.example", name: "Sophie Laurent", role: "sales" },
  { email: "jules@atelier-lumen.example", name: "Jules Petit", role: "viewer" },
];

/** Puts the four into a team that has nobody yet. A team that somebody has changed since stays as they left it. */
export async function seedTeam(members: Pick<MemberStore, "list" | "add">, now: Instant): Promise<readonly Member[]> {
  const before = await members.list();
  if (before.length > 0) return before;
  const seeded = demoPeople.map((person) => newMember(person, "npm start", now));
  for (const member of seeded) await members.add(member);
  return seeded;
}
