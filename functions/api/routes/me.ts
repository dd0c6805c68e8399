import { meSchema } from "#contract/api.ts";
import type { ApiApp } from "../api-app.ts";
import { json, route } from "../route.ts";

const me = route({
  method: "get",
  path: "/api/me",
  summary: "Who asks, and what they may do",
  allow: "signed-in",
  responses: { 200: json(meSchema, "The caller.") },
});

export function meRoutes(app: ApiApp): void {
  app.openapi(me, (c) => {
    const caller = c.get("caller");
    const { kind, id, name } = caller;
    const person = caller.kind === "member" ? { email: caller.email, role: caller.role } : { email: null, role: null };
    return c.json({ kind, id, name, ...person, permissions: [...caller.permissions] }, 200);
  });
}
