import { firstOfMonth } from "#core/time/first-of-month.ts";
import { createHash } from "node:crypto";
import type { ConsentLine, ConsentProof } from "#contract/consent.ts";
import { canonicalJson } from "#core/consent/canonical-json.ts";
import { Html, html } from "#functions/http/html.ts";
import { type ProofTexts, proofTexts } from "./proof-texts.ts";

export const proofLanguages = ["en", "fr"] as const;
export type ProofLanguage = (typeof proofLanguages)[number];

const style = `
:root{color-scheme:light}
body{margin:0 auto;max-width:48rem;padding:2.5rem 1.5rem;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:#1d1b18;background:#fff}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid #d9d2c7;padding-bottom:.25rem}
h3{font-size:1rem;margin:0}
.quiet{color:#5b554c}
dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.2rem 1rem;margin:.5rem 0 0}
dt{color:#5b554c}dd{margin:0;overflow-wrap:anywhere}
ol{list-style:none;margin:0;padding:0}
li{padding:1rem 0;border-bottom:1px solid #e7e1d6;break-inside:avoid}
blockquote{margin:.6rem 0;padding:.6rem .9rem;border-left:4px solid #b45309;background:#faf7f1;white-space:pre-line;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:.72rem/1.45 ui-monospace,Menlo,Consolas,monospace;background:#faf7f1;padding:.9rem;border-radius:.4rem}
code{font:.9em ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
@media (max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}
@media print{body{padding:0;max-width:none}}
`;

const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`;

/**
 * The proof as a page that stands alone: no script, nothing loaded, readable in thirty years. Its policy stands in it too, for it is
 * kept as a file; every value in it is escaped.
 */
export function proofPage(proof: ConsentProof, language: ProofLanguage): { readonly html: string; readonly policy: string } {
  const t = proofTexts[language];
  const { hash, ...proven } = proof;
  const when = clock(language, proof.timeZone, t);
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>${t.title} · ${proof.person.email}</title>
<style>${new Html(style)}</style>
</head>
<body>
<header>
<p class="quiet">${proof.company}</p>
<h1>${t.title}</h1>
<p class="quiet">${t.lead}</p>
</header>
<main>
<h2>${t.who}</h2>
<dl>
${pair(t.address, proof.person.email)}${pair(t.name, proof.person.name)}${pair(t.id, proof.person.id)}${proof.person.otherAddresses.map((address) => pair(t.otherAddress, address))}${pair(t.madeAt, when(proof.madeAt))}
</dl>
<h2>${t.stands}</h2>
${proof.stands.length === 0 ? html`<p>${t.nothingStands}</p>` : undefined}
<dl>
${proof.stands.map(({ purpose, basis, since, confirmedAt }) => pair(t.purpose[purpose], html`${t.basis[basis]}, ${t.since} ${when(since)}${confirmedAt === null ? undefined : html`<br>${t.confirmed} ${when(confirmedAt)}`}`))}${proof.awaited === null ? undefined : pair(t.purpose.marketing, html`${t.awaited} ${when(proof.awaited.until)}`)}
</dl>
<h2>${t.events}</h2>
${proof.events.length === 0 ? html`<p>${t.noEvents}</p>` : undefined}
<ol>
${proof.events.map((event) => lineHtml(event, language, t, when))}
</ol>
<h2>${t.check}</h2>
<p>${t.checkHow}</p>
<p><code>SHA-256 ${hash.value}</code></p>
<pre>${canonicalJson(proven)}</pre>
</main>
</body>
</html>
`;
  return { html: page.source, policy };
}

function lineHtml(event: ConsentLine, language: ProofLanguage, t: ProofTexts, when: (iso: string) => string): Html {
  return html`<li>
<h3>${event.what[language]}</h3>
<p class="quiet">${t.purpose[event.purpose]} · ${when(event.at)}</p>
${event.because === null ? undefined : html`<p>${event.because.text[language]}</p>`}
${event.text === null ? undefined : html`<blockquote>${event.text}</blockquote>`}
<dl>
${pair(t.basisName, event.basis === null ? null : t.basis[event.basis])}${pair(t.givenAt, event.givenAt === null || event.givenAt === event.at ? null : when(event.givenAt))}${pair(t.textVersion, event.textVersion)}${pair(t.source, event.source)}${pair(t.formVersion, event.formVersion)}${pair(t.submission, event.submissionId)}${pair(t.ip, event.ip)}${pair(t.how, event.how === null ? null : t.ways[event.how])}${pair(t.by, event.by)}${pair(t.reason, event.reason)}${pair(t.until, event.until === null ? null : when(event.until))}${event.mail === null ? undefined : [pair(t.mail, event.mail.subject), pair(t.mailId, event.mail.id), pair(t.mailSentAt, event.mail.sentAt === null ? null : when(event.mail.sentAt))]}
</dl>
</li>`;
}

function pair(name: string, value: string | number | Html | null): Html | undefined {
  return value === null ? undefined : html`<dt>${name}</dt><dd>${value}</dd>`;
}

/** An instant in UTC, which everybody reads alike, and as the clock on the company's wall had it. */
function clock(language: ProofLanguage, timeZone: string, t: ProofTexts): (iso: string) => string {
  const local = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeStyle: "medium", timeZone });
  return (iso) => `${firstOfMonth(local.format(new Date(iso)), language)} (${timeZone})${t.and}${iso.slice(0, 19).replace("T", " ")} UTC`;
}
