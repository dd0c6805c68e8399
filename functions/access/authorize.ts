import { may } from "#core/access/caller.ts";
import { type Permission, whoMay } from "#core/access/permission.ts";
import type { HttpProblem } from "#functions/http/problem.ts";
import type { Authenticate } from "./authenticate.ts";
import { refusals } from "./refusals.ts";

export type Authorized = { readonly kind: "ok" } | { readonly kind: "refused"; readonly problem: HttpProblem };

/** Whether a request that is no route of the API app (`functions/api/route.ts`) comes from somebody who has a permission. */
export async function authorize(
  request: { readonly headers: Readonly<Record<string, string | undefined>> },
  authenticate: Authenticate,
  permission: Permission,
): Promise<Authorized> {
  const header = Object.entries(request.headers).find(([name]) => name.toLowerCase() === "authorization")?.[1];
  const known = await authenticate(header);
  if (known.kind !== "caller") {
    const { kind, detail, remedy } = known;
    return { kind: "refused", problem: { ...refusals[kind], detail, remedy } };
  }
  if (may(known.caller, permission)) return { kind: "ok" };
  return {
    kind: "refused",
    problem: {
      status: 403,
      code: "forbidden",
      title: "Not allowed",
      detail: `This takes the permission ${permission}, which ${known.caller.name} has not.`,
      remedy: `Ask somebody who is ${whoMay(permission).join(" or ")}; a key needs ${permission} among its scopes.`,
    },
  };
}
