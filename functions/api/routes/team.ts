import * as z from "zod";
import { pageOf } from "#contract/api.ts";
import { type MemberView, memberChangeSchema, memberViewSchema, newMemberSchema } from "#contract/team.ts";
import { may } from "#core/access/caller.ts";
import type { Member } from "#core/access/member.ts";
import { memberEmail } from "#core/access/member-email.ts";
import { permissionsOf } from "#core/access/permission.ts";
import type { Role } from "#core/access/role.ts";
import { keepsAnOwner, newMember } from "#core/access/team.ts";
import { toIso } from "#core/time/instant.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { audit } from "../audit.ts";
import { answerProblem } from "../problems.ts";
import { type ApiRequest, body, json, problem, route } from "../route.ts";
import { isoOrNull } from "../views/instants.ts";

const params = z.object({ id: z.string().max(100) });

const list = route({
  method: "get",
  path: "/api/team",
  summary: "Who is in the team, and what each may do",
  allow: "settings:read",
  responses: { 200: json(pageOf(memberViewSchema), "Everybody, by name.") },
});

const add = route({
  method: "post",
  path: "/api/team",
  summary: "Add somebody by the address they sign in with",
  allow: "team:manage",
  request: { body: body(newMemberSchema) },
  responses: {
    201: json(memberViewSchema, "They may sign in now."),
    403: problem("The role is not one's own to give."),
    409: problem("They are in the team already."),
  },
});

const change = route({
  method: "patch",
  path: "/api/team/{id}",
  summary: "Give somebody another role, from their next request on",
  allow: "team:manage",
  request: { params, body: body(memberChangeSchema) },
  responses: {
    200: json(memberViewSchema, "The member as they are now."),
    403: problem("The role is not one's own to give."),
    404: problem("Nobody has this id."),
    409: problem("The team would have no owner."),
  },
});

const remove = route({
  method: "delete",
  path: "/api/team/{id}",
  summary: "Remove somebody, from their next request on",
  allow: "team:manage",
  request: { params },
  responses: {
    204: { description: "They may not come in any more." },
    404: problem("Nobody has this id."),
    409: problem("The team would have no owner."),
  },
});

export function teamRoutes(app: ApiApp, context: ApiContext): void {
  const { members } = context.workshop.stores;
  const { runtime } = context.workshop;

  app.openapi(list, async (c) => {
    const team = [...(await members.list())].sort((one, other) => one.name.localeCompare(other.name));
    return c.json({ items: team.map(memberView), next: null }, 200);
  });

  app.openapi(add, async (c) => {
    const { name, role, email: written } = c.req.valid("json");
    const email = memberEmail(written);
    if (email === undefined) {
      return answerProblem(c, 400, "invalid-request", {
        detail: "This is not an e-mail address one can sign in with.",
        field: "email",
        remedy: "Write it as name@company.example, in plain letters.",
      }) as never;
    }
    if (!mayGive(c, role)) return notToGive(c, role) as never;
    const member = newMember({ email, name, role }, c.get("caller").name, runtime.now());
    if ((await members.add(member)) === "conflict") {
      return answerProblem(c, 409, "conflict", {
        detail: `${email} is in the team already.`,
        field: "email",
        remedy: "Change their role instead.",
      }) as never;
    }
    await audit(c, context, { action: "member.added", subject: subjectOf(member), to: { role } });
    return c.json(memberView(member), 201);
  });

  app.openapi(change, async (c) => {
    const { role } = c.req.valid("json");
    const team = await members.list();
    const member = team.find(({ id }) => id === c.req.valid("param").id);
    if (member === undefined) return nobody(c) as never;
    if (!mayGive(c, role)) return notToGive(c, role) as never;
    if (!keepsAnOwner(team, member.id, role)) return lastOwner(c) as never;
    if ((await members.setRole(member.id, role)) === "conflict") return nobody(c) as never;
    // Two owners may have made each other something else at once: then the later one to look undoes their own change.
    if (!keepsAnOwner(await members.list(), member.id, role)) {
      await members.setRole(member.id, member.role);
      return lastOwner(c) as never;
    }
    await audit(c, context, { action: "member.role-set", subject: subjectOf(member), from: { role: member.role }, to: { role } });
    return c.json(memberView({ ...member, role }), 200);
  });

  app.openapi(remove, async (c) => {
    const team = await members.list();
    const member = team.find(({ id }) => id === c.req.valid("param").id);
    if (member === undefined) return nobody(c);
    if (!keepsAnOwner(team, member.id)) return lastOwner(c);
    await members.remove(member.id);
    if (!keepsAnOwner(await members.list(), member.id)) {
      await members.add(member);
      return lastOwner(c);
    }
    await audit(c, context, { action: "member.removed", subject: subjectOf(member), from: { role: member.role } });
    return c.body(null, 204);
  });
}

/** A role is given by who may do all that it may: a key for the team alone would else make itself an owner. */
function mayGive(c: ApiRequest, role: Role): boolean {
  return permissionsOf(role).every((permission) => may(c.get("caller"), permission));
}

function notToGive(c: ApiRequest, role: Role) {
  return answerProblem(c, 403, "forbidden", {
    detail: `You may not make somebody ${role}: you may not do all that this role may.`,
    field: "role",
    remedy: "Ask an owner.",
  });
}

function nobody(c: ApiRequest) {
  return answerProblem(c, 404, "not-found", { detail: "Nobody in the team has this id.", field: "id", remedy: "See GET /api/team." });
}

function lastOwner(c: ApiRequest) {
  return answerProblem(c, 409, "last-owner", {
    detail: "They are the last owner: nobody could manage the team any more.",
    field: "role",
    remedy: "Make somebody else an owner first.",
  });
}

function subjectOf({ id }: Member) {
  return { kind: "member", id };
}

function memberView({ addedAt, seenAt, ...member }: Member): MemberView {
  return { ...member, addedAt: toIso(addedAt), seenAt: isoOrNull(seenAt) };
}
