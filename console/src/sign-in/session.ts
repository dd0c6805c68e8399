import { useSyncExternalStore } from "react";

/** What this tab bears: the console's own token, or an id token with what renews it. */
export type Session =
  | { readonly kind: "token"; readonly token: string }
  | {
      readonly kind: "oidc";
      readonly token: string;
      readonly refreshToken?: string;
      /** By this browser's clock: when the token should be renewed. */
      readonly renewAt: number;
    };

/** For this tab alone, until it is closed: what one tab signs out of, it must not find again. */
const kept = "relance.session";
let held: Session | undefined = read();
const listeners = new Set<() => void>();

export function session(): Session | undefined {
  return held;
}

export function useSession(): Session | undefined {
  return useSyncExternalStore(subscribe, session);
}

export function hold(next: Session): void {
  held = next;
  sessionStorage.setItem(kept, JSON.stringify(next));
  for (const listener of listeners) listener();
}

export function drop(): void {
  held = undefined;
  sessionStorage.removeItem(kept);
  for (const listener of listeners) listener();
}

/** Takes the console's token out of the address, so that it is neither bookmarked nor shown. Says whether there was one. */
export function takeToken(): boolean {
  const found = /[#&]token=([\w-]+)/.exec(location.hash)?.[1];
  if (found === undefined) return false;
  hold({ kind: "token", token: found });
  history.replaceState(null, "", location.pathname + location.search);
  return true;
}

function read(): Session | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(kept) ?? "null");
    return isSession(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this is what this very version keeps: what another left behind is forgotten. */
function isSession(value: unknown): value is Session {
  if (typeof value !== "object" || value === null || !("kind" in value && "token" in value) || typeof value.token !== "string")
    return false;
  return value.kind === "token" || (value.kind === "oidc" && "renewAt" in value && typeof value.renewAt === "number");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
