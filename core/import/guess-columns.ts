import { ownTargets } from "./target.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";

/** Headings people write, in French and English, without case, accents and signs. */
const usual: Readonly<Record<string, readonly string[]>> = {
  email: ["email", "mail", "emailaddress", "adresseemail", "adressemail", "courriel", "adressecourriel", "adresseelectronique"],
  firstName: ["firstname", "givenname", "prenom"],
  lastName: ["lastname", "familyname", "surname", "nom", "nomdefamille"],
  fullName: ["fullname", "name", "nomcomplet", "nometprenom", "prenometnom", "contact", "nomducontact"],
  phone: ["phone", "phonenumber", "telephone", "tel", "mobile", "portable", "numerodetelephone"],
  company: ["company", "companyname", "organization", "organisation", "entreprise", "societe", "raisonsociale"],
  message: ["message", "comment", "comments", "commentaire", "commentaires", "remarque", "remarques"],
  locale: ["locale", "language", "langue"],
  timeZone: ["timezone", "fuseauhoraire"],
  tags: ["tags", "tag", "labels", "etiquettes", "etiquette", "motscles"],
  owner: ["owner", "salesperson", "commercial", "responsable", "interlocuteur"],
  stage: ["stage", "etape"],
  value: ["value", "dealvalue", "amount", "valeur", "montant"],
  currency: ["currency", "devise", "monnaie"],
  consentAt: ["consentat", "consentdate", "optindate", "marketingat", "dateconsentement", "datedeconsentement", "dateoptin"],
};

/** What each column is, by its heading: null for what nobody would take it for. No two columns are the same thing. */
export function guessColumns(
  headers: readonly string[],
  declarations: Readonly<Record<string, AttributeDeclaration>>,
): readonly { readonly header: string; readonly target: string | null }[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const target = targetOf(plain(header), declarations);
    if (target === undefined || taken.has(target)) return { header, target: null };
    taken.add(target);
    return { header, target };
  });
}

function targetOf(heading: string, declarations: Readonly<Record<string, AttributeDeclaration>>): string | undefined {
  if (heading === "") return undefined;
  const own = ownTargets.find((target) => plain(target) === heading || usual[target]?.includes(heading) === true);
  if (own !== undefined) return own;
  return Object.entries(declarations).find(
    ([name, { label }]) => plain(name) === heading || Object.values(label).some((text) => plain(text) === heading),
  )?.[0];
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
