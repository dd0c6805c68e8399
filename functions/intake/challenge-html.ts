import { challenges } from "#core/form/challenge.ts";
import type { Form } from "#core/form/form.ts";
import { type Html, html } from "#functions/http/html.ts";
import { pageTexts } from "./page-texts.ts";

/** The check against machines a form's author asked for, with the one script of a third party this makes; nothing, else. */
export function challengeHtml({ protection }: Form, language: string): Html | undefined {
  if (protection?.challenge === undefined) return undefined;
  const { provider, siteKey } = protection.challenge;
  const { className, script } = challenges[provider];
  return html`<div class="${className}" data-sitekey="${siteKey}"></div>
<noscript><p class="help">${pageTexts(language).needsScript}</p></noscript>
<script src="${script}" async defer></script>
`;
}
