import { disposableDomains, freeDomains, freeFamilies } from "./private-domains.ts";

/** Whether an address is one that somebody has by their work. */
export type AddressKind = "professional" | "private" | "disposable";

/**
 * Tells a professional address from a private one by its domain alone; the part before the @ makes no difference: `contact@` of
 * a company is as professional as a name. Only a professional address may be written to on our legitimate interest
 * (CNIL, commercial prospecting between professionals; GDPR art. 6(1)(f)). A domain we do not know is a company's own.
 */
export function judgeAddress(email: string): AddressKind {
  const domain = email
    .slice(email.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();
  if (isAmong(disposableDomains, domain)) return "disposable";
  if (freeDomains.has(domain)) return "private";
  const [family = "", ...ending] = domain.split(".");
  const isCountry = ending.length > 0 && ending.join(".").length <= 6;
  return isCountry && freeFamilies.has(family) ? "private" : "professional";
}

/** Throwaway mailboxes are often below a domain of their own: `a.yopmail.com`. */
function isAmong(domains: ReadonlySet<string>, domain: string): boolean {
  for (let rest = domain; rest.includes("."); rest = rest.slice(rest.indexOf(".") + 1)) if (domains.has(rest)) return true;
  return false;
}
