/** Who runs a mailbox, as far as its domain tells. A company's own domain tells nothing, whoever runs it: `other`. */
export const mailboxGroups = ["gmail", "outlook", "yahoo", "icloud", "french", "other"] as const;
export type MailboxGroup = (typeof mailboxGroups)[number];

const domains: Readonly<Record<string, MailboxGroup>> = {
  "gmail.com": "gmail",
  "googlemail.com": "gmail",
  "msn.com": "outlook",
  "ymail.com": "yahoo",
  "rocketmail.com": "yahoo",
  "aol.com": "yahoo",
  "icloud.com": "icloud",
  "me.com": "icloud",
  "mac.com": "icloud",
  "orange.fr": "french",
  "wanadoo.fr": "french",
  "free.fr": "french",
  "sfr.fr": "french",
  "neuf.fr": "french",
  "laposte.net": "french",
  "bbox.fr": "french",
  "numericable.fr": "french",
};

/** Names that a vendor uses under many countries' endings, as hotmail.fr and yahoo.co.uk. */
const families: Readonly<Record<string, MailboxGroup>> = {
  outlook: "outlook",
  hotmail: "outlook",
  live: "outlook",
  yahoo: "yahoo",
  aol: "yahoo",
};

/** The group of an address: senders are judged by each of them apart. */
export function mailboxGroupOf(email: string): MailboxGroup {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const known = Object.hasOwn(domains, domain) ? domains[domain] : undefined;
  if (known !== undefined) return known;
  const [family = "", ...ending] = domain.split(".");
  const isCountry = ending.length > 0 && ending.join(".").length <= 6;
  return (isCountry && Object.hasOwn(families, family) ? families[family] : undefined) ?? "other";
}
