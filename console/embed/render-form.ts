import type { EmbeddedForm } from "#contract/embedded-form.ts";
import { type FieldPart, fieldPart } from "./field-part.ts";
import { make } from "./make.ts";

declare global {
  interface Window {
    readonly turnstile?: { reset(): void };
    readonly hcaptcha?: { reset(): void };
    readonly relance?: { identify(token: string): void };
  }
}

interface Told {
  /** For who agreed to be measured. */
  readonly measure?: string;
  readonly problems?: readonly { readonly field: string; readonly message: string }[];
}

/** Where a page keeps the names of what was answered there, by those who agreed to be measured. */
const answered = "relance.answered";

/** Puts a form into the page and posts it: what is wrong is said beside its field, and thanks take its place. */
export function renderForm(root: HTMLElement, home: string, form: EmbeddedForm): void {
  const { texts, fields, thankYou, trap, challenge } = form;
  const prefix = `rl${document.querySelectorAll(".relance-form").length}-`;
  const parts = new Map(fields.map((field): [string, FieldPart] => [field.name, fieldPart(field, prefix, texts)]));
  const summary = make("div", { class: "relance-summary", role: "alert", tabindex: -1, hidden: true });
  const say = (...nodes: readonly Node[]): void => {
    summary.replaceChildren(...nodes);
    summary.hidden = false;
    summary.focus();
  };
  const aside = make(
    "div",
    { "aria-hidden": "true" },
    make("label", { for: prefix + trap }, texts.leaveEmpty),
    make("input", { id: prefix + trap, name: trap, tabindex: -1, autocomplete: "off" }),
  );
  aside.style.cssText = "position:absolute;left:-9999px";
  const node = make(
    "form",
    { "aria-label": form.title, novalidate: true },
    summary,
    ...Array.from(parts.values(), (part) => part.node),
    aside,
    challenge && make("div", { class: challenge.className, "data-sitekey": challenge.siteKey }),
    make("button", { type: "submit" }, texts.send),
  );
  const own = aboutPost(form);
  const thank = (measure: string | undefined): void => {
    if (measure) remember(form, valuesOf(node, own), measure);
    root.dispatchEvent(new CustomEvent("relance:sent", { bubbles: true }));
    if (thankYou.url) {
      location.href = thankYou.url + (measure ? `${thankYou.url.includes("#") ? "&" : "#"}rl=${measure}` : "");
      return;
    }
    const title = make("h2", { tabindex: -1 }, thankYou.title);
    root.replaceChildren(title, make("p", {}, thankYou.text));
    title.focus();
  };
  let isBusy = false;
  node.onsubmit = async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    try {
      const headers = { accept: "application/json" };
      const answer = await fetch(home, { method: "POST", credentials: "omit", headers, body: JSON.stringify(valuesOf(node, own)) });
      const { problems, measure }: Told = await answer.json();
      if (answer.ok) return thank(measure);
      const lines = problems?.map(({ field, message }) =>
        make(
          "li",
          {},
          make("a", { href: `#${prefix}${field}` }, fields.find(({ name }) => name === field)?.label ?? field),
          ` · ${message}`,
        ),
      );
      for (const [name, part] of parts) part.say(problems?.find(({ field }) => field === name)?.message);
      say(...(lines ? [make("p", {}, texts.lookAgain), make("ul", {}, ...lines)] : [make("p", {}, texts.failed)]));
    } catch {
      say(make("p", {}, texts.failed));
    }
    // Its answer is good for one try.
    (window.turnstile ?? window.hcaptcha)?.reset();
    isBusy = false;
  };
  root.lang = form.language;
  root.append(node);
  if (challenge) document.head.append(make("script", { src: challenge.script, async: true }));
}

/**
 * What goes along with every try to send: one id for as long as the form stands there, so that what is sent again after a lost
 * answer counts once; where it stands; and the campaign its reader came by.
 */
function aboutPost({ language, fields, hidden, token }: EmbeddedForm): Readonly<Record<string, string>> {
  const parameters = new URLSearchParams(location.search);
  return {
    ...Object.fromEntries([...parameters].filter(([name]) => name.startsWith("utm_"))),
    ...Object.fromEntries(hidden.map(({ name, value, fromQuery }) => [name, (fromQuery && parameters.get(fromQuery)) || value])),
    _id: Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join("-"),
    _lang: language,
    _token: token,
    _asked: fields.map(({ name }) => name).join(),
    _page: location.origin + location.pathname,
  };
}

/** Who agreed to be measured is known to m.js from here on, and is not asked again in this browser what they have answered. */
function remember(form: EmbeddedForm, values: Readonly<Record<string, unknown>>, token: string): void {
  try {
    const names = Object.entries(form.remember).flatMap(([field, name]) => (String(values[field] ?? "") ? [name] : []));
    localStorage[answered] = [...new Set([...known().split(","), ...names])];
    localStorage["relance.measure"] = token;
    window.relance?.identify(token);
  } catch {
    // A browser that keeps nothing remembers nothing.
  }
}

/** The names of what was answered in this browser, on this site. */
export function known(): string {
  try {
    return localStorage[answered] ?? "";
  } catch {
    return "";
  }
}

/** Values by name; of several under one name, all. A value is text: no form of ours asks for a file. */
function valuesOf(node: HTMLFormElement, own: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const given = new FormData(node);
  return { ...Object.fromEntries(Array.from(given.keys(), (name) => [name, given.getAll(name)])), ...own };
}
