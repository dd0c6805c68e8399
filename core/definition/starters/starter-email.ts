import type { Settings } from "#core/settings/settings.ts";
import { textIn, titled } from "./starter-texts.ts";

/** A short mail that has all a mail must have: a greeting that stands whatever is known, a link, who writes, and the way out. */
export function starterEmail(name: string, language: string, settings: Settings): string {
  const say = (fr: string, en: string): string => textIn(language, { fr, en });
  return `---
subject: ${JSON.stringify(titled(name))}
preheader: ${JSON.stringify(say("Ce que la boîte de réception montre après l’objet.", "What the inbox shows after the subject."))}
---
<mjml lang="${language}">
  <mj-head>
    <mj-preview>{{ preheader }}</mj-preview>
    <mj-attributes>
      <mj-all font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
      <mj-text font-size="16px" line-height="1.6" color="#292524" padding="0 32px 16px" />
    </mj-attributes>
    <mj-raw>
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
    </mj-raw>
    <mj-style>
      @media (prefers-color-scheme: dark) {
        body, .page, .page table { background-color: #14120f !important; }
        .card, .card table { background-color: #211e1a !important; }
        .card div { color: #ece7df !important; }
        .card div a { color: #f2b35c !important; }
        .foot div, .foot a { color: #b8afa3 !important; }
      }
    </mj-style>
  </mj-head>
  <mj-body background-color="#f4f1ea" css-class="page">
    <mj-section background-color="#ffffff" border-radius="12px" padding="32px 0 16px" css-class="card">
      <mj-column>
        <mj-text>${say("Bonjour", "Hello")}{% if person.firstName %} {{ person.firstName }}{% endif %},</mj-text>
        <mj-text>${say("Écrivez ici ce que vous avez à dire, comme à une seule personne.", "Write here what you have to say, as to one person.")}</mj-text>
        <mj-text><a href="${settings.website}">${say("Lire la suite", "Read on")}</a></mj-text>
        <mj-text>{{ sender.name }}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section padding="20px 0 36px">
      <mj-column css-class="foot">
        <mj-text font-size="13px" line-height="1.6" color="#57534e" padding="0 32px">
          {{ sender.company }}, {{ sender.postalAddress }}<br />
          <a href="{{ unsubscribe_url }}" style="color:#57534e">${say("Ne plus recevoir ces e-mails", "Stop these e-mails")}</a>
        </mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;
}
