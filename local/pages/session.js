import { say } from "./texts.js";

/** Whoever came by the printed link has the token behind its #: it is exchanged for a cookie and taken out of the address. */
export async function enter() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token === null) return;
  await show(token);
  history.replaceState(null, "", location.pathname);
}

/** Shows the token to the server; whether it is the right one. */
export async function show(token) {
  return (await fetch("/local/session", { method: "POST", body: JSON.stringify({ token }) })).ok;
}

/** Asks the server; answers `{status, data}`. Without an answer the status is 0. */
export async function ask(path, body) {
  try {
    const options = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const response = await fetch(path, { headers: { accept: "application/json" }, ...options });
    return { status: response.status, data: await response.json() };
  } catch {
    return { status: 0, data: undefined };
  }
}

let fading;

/** A short word at the foot of the page, read out by screen readers. */
export function toast(text, kind = "") {
  const element = document.querySelector("#toast");
  element.textContent = text;
  element.className = `toast ${kind}`;
  element.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => {
    element.hidden = true;
  }, 5000);
}

/** Tells what an answer means if it is not what was hoped for; whether it was. */
export function succeeded({ status, data }) {
  if (status >= 200 && status < 300) return true;
  toast(status === 0 ? say("lost") : say("failed", data?.title ?? data?.message ?? status), "wrong");
  return false;
}
