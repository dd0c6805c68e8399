import type { Caller } from "#core/access/caller.ts";
import { callerOfMember, type Member } from "#core/access/member.ts";
import { memberEmail } from "#core/access/member-email.ts";
import { newMember } from "#core/access/team.ts";
import { newId } from "#core/id/id.ts";
import { day } from "#core/time/instant.ts";
import type { AccessContext } from "./authenticate.ts";
import type { SignIn } from "./sign-in.ts";
import type { Identity } from "./verify-id-token.ts";

/**
 * The member whose address the provider vouches for. The team is read at every request: who is removed, or has another
 * role, is so at once. They are noted as seen once a day.
 */
export async function callerOfIdentity(context: AccessContext, signIn: SignIn, identity: Identity): Promise<Caller | undefined> {
  const { stores, runtime } = context;
  const team = await stores.members.list();
  const member = team.find(({ email }) => email === identity.email) ?? (await firstOwner(context, signIn, team, identity));
  if (member === undefined) return undefined;
  const now = runtime.now();
  if (now - (member.seenAt ?? 0) >= day) await stores.members.see(member.id, now);
  return callerOfMember(member);
}

/** While there is no team, the address that the deployment names is its owner's, from their first request on. */
async function firstOwner(
  { stores, runtime }: AccessContext,
  { ownerEmail }: SignIn,
  team: readonly Member[],
  { email, name }: Identity,
): Promise<Member | undefined> {
  if (team.length > 0 || ownerEmail === undefined || memberEmail(ownerEmail) !== email) return undefined;
  const owner = newMember({ email, name: name ?? email, role: "owner" }, "the deployment", runtime.now());
  if ((await stores.members.add(owner)) === "saved") {
    const { id } = owner;
    await stores.audit.append({
      id: newId("audit", owner.addedAt, runtime.random(10)),
      at: owner.addedAt,
      by: { kind: "member", id, name: owner.name },
      action: "member.added",
      subject: { kind: "member", id },
      to: { role: owner.role },
      reason: "the first owner, named by the deployment",
    });
  }
  return owner;
}
