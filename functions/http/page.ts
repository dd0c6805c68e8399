import { createHash } from "node:crypto";
import type { HttpAnswer } from "./http-answer.ts";
import { Html, html } from "./html.ts";
import { pageStyle } from "./page-style.ts";
import { securityHeaders } from "./security-headers.ts";

export interface Page {
  readonly language: string;
  readonly title: string;
  /** Who speaks: the company, above everything else. */
  readonly company: string;
  readonly body: Html;
  /** Origins beside our own that a form on this page may lead to: browsers hold redirects to it too. */
  readonly formTargets?: readonly string[];
  /** Origins of a third party's check that this page was told to show; none, and it runs no script at all. */
  readonly scripts?: readonly string[];
}

const styleHash = createHash("sha256").update(pageStyle).digest("base64");

/** A page for people: works without scripts, loads nothing, and by its policy can do neither. */
export function pageAnswer(statusCode: number, page: Page): HttpAnswer {
  const formAction = ["'self'", ...(page.formTargets ?? [])].join(" ");
  const scripts = (page.scripts ?? []).join(" ");
  const running = scripts === "" ? "" : ` script-src ${scripts}; frame-src ${scripts}; connect-src ${scripts};`;
  return {
    statusCode,
    headers: {
      ...securityHeaders,
      "content-type": "text/html; charset=utf-8",
      "content-language": page.language,
      vary: "accept, accept-language",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'${scripts === "" ? "" : ` ${scripts}`};${running} base-uri 'none'; form-action ${formAction}; frame-ancestors 'none'`,
    },
    body: documentOf(page).source,
  };
}

function documentOf({ language, title, company, body }: Page): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${company}</title>
<style>${new Html(pageStyle)}</style>
</head>
<body>
<header><p class="company">${company}</p></header>
<main>
${body}
</main>
</body>
</html>
`;
}

/** The sign that something is done, for pages that say so in words beneath it. */
export const doneMark = html`<svg class="mark" viewBox="0 0 44 44" aria-hidden="true"><circle cx="22" cy="22" r="20" fill="none" stroke="currentColor" stroke-width="2.5"/><path d="M13.5 22.5l6 6 11.5-12.5" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
