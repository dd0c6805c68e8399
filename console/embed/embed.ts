import type { EmbeddedForm } from "#contract/embedded-form.ts";
import { make } from "./make.ts";
import { known, renderForm } from "./render-form.ts";
import { dress } from "./sheet.ts";

/**
 * Puts a form into a company's own page, where `<script src="…/forms/NAME/embed.js">` stands, or where its `data-into` says. No
 * library and no markup made from text: every word of the form enters as text, so nothing an author or a stranger wrote becomes
 * markup, and a policy with `require-trusted-types-for 'script'` has nothing to object to. The form stands in the page itself
 * and not in a shadow tree: the page's styles reach it, browsers fill it in, and scripts of the page can listen to it. It
 * posts JSON as `text/plain`, which browsers send to another origin without asking there first (Fetch, CORS-safelisted).
 */
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const { into, lang = document.documentElement.lang || navigator.language } = script.dataset;
  const home = script.src.replace(/\/embed\.js.*/, "");
  const root = make("div", { class: "relance-form" });
  const place = async (): Promise<void> => {
    const spot = into && document.querySelector(into);
    if (spot) spot.append(root);
    else if (document.body.contains(script)) script.after(root);
    else document.body.append(root);
    try {
      const k = new URLSearchParams(location.search).get("rk") ?? "";
      const answer = await fetch(`${home}/form.json?${new URLSearchParams({ lang, k, known: known() })}`, { credentials: "omit" });
      const form: EmbeddedForm = await answer.json();
      dress(form.style);
      renderForm(root, home, form);
    } catch {
      root.append(make("a", { href: home }, home));
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => void place());
  else void place();
}
