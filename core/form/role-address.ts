import { fold } from "#core/address/normalise-domain.ts";

/** Mailboxes of a task and not of a person: RFC 2142, and what companies in France and elsewhere write on their sites. */
const roles: ReadonlySet<string> = new Set(
  (
    "abuse accounting accueil achats admin administrateur administration administrator adv billing bonjour bureau " +
    "candidature careers commande commandes commercial communication compta comptabilite contact contacts customer customerservice " +
    "devis direction dpo enquiries facturation finance hello help helpdesk hostmaster hr info infos informatique inquiries it jobs " +
    "juridique legal mail mailer-daemon marketing news newsletter no-reply noc noreply office orders postmaster presse press privacy " +
    "reception recrutement reservation reservations rgpd rh root sales sav secretariat security service serviceclient " +
    "service-client shop support team tech vente ventes webmaster"
  ).split(" "),
);

/** The task an address is named for, as `info`; undefined for one that may be somebody's own. */
export function roleOf(email: string): string | undefined {
  const local = fold(email.slice(0, Math.max(email.lastIndexOf("@"), 0))).replace(/\+.*$/, "");
  return roles.has(local) ? local : undefined;
}
