const kept = "relance.token";

/** Takes the token out of the address, so that it is neither bookmarked nor shown, and keeps it for this tab. Says whether there was one. */
export function takeToken(): boolean {
  const found = /[#&]token=([\w-]+)/.exec(location.hash)?.[1];
  if (found === undefined) return false;
  sessionStorage.setItem(kept, found);
  history.replaceState(null, "", location.pathname + location.search);
  return true;
}

export function token(): string | null {
  return sessionStorage.getItem(kept);
}

export function keepToken(value: string): void {
  sessionStorage.setItem(kept, value.trim());
}

export function forgetToken(): void {
  sessionStorage.removeItem(kept);
}
