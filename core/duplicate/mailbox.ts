/** Mailboxes that anybody may have: their domain says nothing of a company. */
const providers = [
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "outlook.fr",
  "hotmail.com",
  "hotmail.fr",
  "live.com",
  "live.fr",
  "msn.com",
  "yahoo.com",
  "yahoo.fr",
  "icloud.com",
  "me.com",
  "mac.com",
  "aol.com",
  "gmx.com",
  "gmx.de",
  "gmx.fr",
  "web.de",
  "proton.me",
  "protonmail.com",
  "orange.fr",
  "wanadoo.fr",
  "free.fr",
  "sfr.fr",
  "laposte.net",
  "bbox.fr",
  "neuf.fr",
  "numericable.fr",
] as const;
const known: ReadonlySet<string> = new Set(providers);
/** Of these a slip of the keyboard is seen: their names are long enough for it to be one. */
const often = providers.filter((domain) => domain.length >= 8);

/** How an address names its mailbox. `isSlip`: its domain is taken to be a slip of the keyboard for a provider's. */
export interface Mailbox {
  readonly name: string;
  readonly isSlip: boolean;
}

/**
 * The mailbox behind an address of a large provider: what follows a `+` names none of its own, Gmail ignores dots
 * (support.google.com/mail/answer/7436150), and `gmial.com` was meant to be `gmail.com`. Undefined for all other domains. Two
 * addresses of one mailbox are never taken to be one by themselves: they are suggested to somebody.
 */
export function mailboxOf(address: string): Mailbox | undefined {
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, at).toLowerCase(), address.slice(at + 1).toLowerCase()];
  const meant = known.has(domain) ? domain : often.find((provider) => isOneSlip(domain, provider));
  if (at < 1 || meant === undefined) return undefined;
  const plain = local.split("+")[0] ?? local;
  const isGoogle = meant === "gmail.com" || meant === "googlemail.com";
  return { name: `${isGoogle ? plain.replaceAll(".", "") : plain}@${isGoogle ? "gmail.com" : meant}`, isSlip: meant !== domain };
}

/** The domain of a company, as far as an address tells: none of a provider's, nor what looks like one misspelt. */
export function companyDomain(address: string): string | undefined {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return domain === "" || mailboxOf(address) !== undefined ? undefined : domain;
}

/** Whether one letter is missing, too many, another, or two have changed places (Damerau–Levenshtein distance 1). */
export function isOneSlip(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false;
  let from = 0;
  while (from < typed.length && from < meant.length && typed[from] === meant[from]) from++;
  const [one, other] = [typed.slice(from), meant.slice(from)];
  return (
    one.slice(1) === other.slice(1) ||
    one.slice(1) === other ||
    one === other.slice(1) ||
    (one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2))
  );
}
