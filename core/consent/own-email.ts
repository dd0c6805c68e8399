import type { Email, EmailVariant } from "#core/email/email.ts";

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

interface Texts {
  readonly subject: string;
  readonly preheader: string;
  readonly title: string;
  readonly asked: string;
  readonly box: string;
  readonly button: string;
  readonly until: string;
  readonly notYou: string;
}

/**
 * It says nothing of the person: whoever types a stranger's address into a form must not be able to make us send them
 * words of their own.
 */
const texts = {
  en: {
    subject: "Please confirm: may {{ sender.company }} write to you?",
    preheader: "One click, and only if you asked for it.",
    title: "May we write to you?",
    asked: "{{ sender.company }} received a form with this address, in which this box was ticked:",
    box: "“{{ confirmation.text }}”",
    button: "Yes, I agree",
    until: "The link can be used until {{ confirmation.until }}. Until then, and without your click, you get none of these e-mails.",
    notYou: "Was it not you, or have you changed your mind? Then do nothing: without your click we do not write to you.",
  },
  fr: {
    subject: "À confirmer\u00a0: {{ sender.company }} peut-il vous écrire\u00a0?",
    preheader: "Un clic suffit, et seulement si la demande vient de vous.",
    title: "Pouvons-nous vous écrire\u00a0?",
    asked: "{{ sender.company }} a reçu un formulaire avec cette adresse, où cette case était cochée\u00a0:",
    box: "«\u00a0{{ confirmation.text }}\u00a0»",
    button: "Oui, je suis d’accord",
    until: "Le lien est valable jusqu’au {{ confirmation.until }}. D’ici là, et sans votre clic, vous ne recevrez aucun de ces e-mails.",
    notYou: "Ce n’était pas vous, ou vous avez changé d’avis\u00a0? Ne faites rien\u00a0: sans votre clic, nous ne vous écrirons pas.",
  },
} as const satisfies Record<string, Texts>;

/** The e-mail that asks for the second yes where the marketer has written none. It is version 0 of its name: never published. */
export const ownConfirmation: Email = {
  email: "confirmation",
  purpose: "confirmation",
  variants: { en: variantOf("en", texts.en), fr: variantOf("fr", texts.fr) },
};
export const ownConfirmationVersion = 0;

function variantOf(language: string, said: Texts): EmailVariant {
  const paragraph = (text: string, kind = "plain", more = ""): string =>
    `<p class="${kind}" style="margin:0 0 18px;font-size:16px;line-height:1.6;${more}">${text}</p>`;
  const colon = language === "fr" ? "\u00a0:" : ":";
  return {
    subject: said.subject,
    preheader: said.preheader,
    variables: ["sender.company", "sender.postalAddress", "confirmation.text", "confirmation.until", "confirmation.url"],
    html: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${said.title}</title>
<style>@media (prefers-color-scheme: dark) {
body, .page { background-color: #14120f !important; } .card { background-color: #211e1a !important; }
.card h1, .card p { color: #ece7df !important; } .card .quote { background-color: #2e2922 !important; color: #ece7df !important; }
.go { background-color: #ece7df !important; } .go a { color: #1c1206 !important; } .card .quiet, .foot { color: #b8afa3 !important; } }</style></head>
<body style="margin:0;background-color:#f4f1ea;${font}">
<div style="display:none;max-height:0;overflow:hidden">{{ preheader }}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background-color:#f4f1ea"><tr><td align="center" style="padding:28px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background-color:#ffffff;border-radius:12px"><tr><td style="padding:32px;color:#292524">
<h1 style="margin:0 0 18px;font-size:22px;line-height:1.3;color:#292524">${said.title}</h1>
${paragraph(said.asked)}
${paragraph(said.box, "quote", "background-color:#faf5eb;border-radius:8px;padding:14px 18px")}
<table role="presentation" cellpadding="0" cellspacing="0" style="margin:4px 0 24px"><tr><td class="go" style="background-color:#292524;border-radius:8px"><a ses:no-track href="{{ confirmation.url }}" style="display:inline-block;padding:14px 24px;font-size:16px;font-weight:600;color:#ffffff;text-decoration:none">${said.button}</a></td></tr></table>
${paragraph(said.until)}
${paragraph(said.notYou, "quiet", "color:#57534e;margin-bottom:0")}
</td></tr></table>
<p class="foot" style="margin:18px 0 0;font-size:13px;line-height:1.5;color:#57534e">{{ sender.postalAddress }}</p>
</td></tr></table></body></html>`,
    text: `${said.title}

${said.asked}

${said.box}

${said.button}${colon}
{{ confirmation.url }}

${said.until}

${said.notYou}

{{ sender.postalAddress }}`,
  };
}
