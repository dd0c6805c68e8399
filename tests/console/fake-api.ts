import { permissionsOf } from "#core/access/permission.ts";
import type { Problem } from "#contract/problem.ts";
import { detailOf, people } from "./fixtures/people.ts";
import { timeline } from "./fixtures/timeline.ts";
import { due, overview, parked } from "./fixtures/waiting.ts";

export const token = "a-token-of-the-tests";

export const me = {
  kind: "member",
  id: "mem_camille",
  name: "Camille Rey",
  email: "camille@atelier-lumen.example",
  role: "owner",
  permissions: permissionsOf("owner"),
};

export interface FakeAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The API as the console knows it, over written people: `empty` has none, `broken` fails as the real one does. */
export function fakeApi(mood: "full" | "empty" | "broken") {
  return (method: string, url: URL, authorization: string | undefined): FakeAnswer => {
    if (url.pathname === "/api/session/config") return { status: 200, body: { kind: "token" } };
    if (authorization !== `Bearer ${token}`)
      return problem(401, "unauthorized", "The token is missing or wrong.", "Open the printed address.");
    if (mood === "broken") return problem(503, "busy", "The table does not answer.", "Try again in a minute.");
    if (method === "POST") return decide(url.pathname);
    if (url.pathname === "/api/me") return { status: 200, body: me };
    const ok = (body: unknown): FakeAnswer => ({ status: 200, body });
    if (url.pathname === "/api/overview") return ok(mood === "empty" ? { ...overview, dueNow: 0, parked: 0 } : overview);
    if (mood === "empty") return ok({ items: [], next: null });
    return read(url) ?? problem(404, "not-found", "There is nothing at this address.", "Go back to the list.");
  };
}

function read(url: URL): FakeAnswer | undefined {
  const page = <T>(items: readonly T[], size = items.length): FakeAnswer => {
    const from = Number(url.searchParams.get("cursor") ?? 0);
    const next = from + size < items.length ? String(from + size) : null;
    return { status: 200, body: { items: items.slice(from, from + size), next } };
  };
  const email = url.searchParams.get("email");
  const [, , list, id, part] = url.pathname.split("/");
  if (list === "due") return page(due);
  if (list === "parked") return page(parked);
  if (list !== "people") return undefined;
  if (id === undefined) return email === null ? page(people, 4) : page(people.filter((person) => person.email === email));
  const person = people.find((one) => one.id === id);
  if (person === undefined) return undefined;
  return part === "timeline" ? page(timeline, 6) : { status: 200, body: detailOf(person) };
}

function decide(path: string): FakeAnswer {
  return path.includes("/refused/")
    ? problem(409, "conflict", "It has changed meanwhile.", "Read the list again.", "decision")
    : { status: 200, body: { status: "due" } };
}

function problem(status: number, code: string, title: string, remedy: string, field?: string): FakeAnswer {
  const body: Problem = { type: `urn:relance:problem:${code}`, title, status, code, remedy, ...(field === undefined ? {} : { field }) };
  return { status, body };
}
