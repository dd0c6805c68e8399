import { fold } from "#core/search/fold.ts";
import { type DetailName, utmNames } from "./mapped-fields.ts";
import { remembering } from "./remembering.ts";

type UtmName = (typeof utmNames)[number];

/**
 * What labels, titles and keys of questions ask for, in French and English, as folded texts: `your-name`, `Your Name *` and
 * `yourName` are one. The order decides where several match.
 */
const labels: readonly (readonly [DetailName, RegExp])[] = [
  [
    "fullName",
    /\bfull ?name\b|\byour name\b|^(?:contact |customer |client |attendee )?names?$|\bnom complet\b|\bnom (?:et |)prenoms?\b|\bprenoms? (?:et |)nom\b|\bfirst and last names?\b/,
  ],
  ["firstName", /\b(?:first|given) ?names?\b|\bprenoms?\b|^f ?name$/],
  [
    "lastName",
    /\b(?:last|family) ?name\b|\bsurname\b|\bnom de famille\b|^(?:votre |quel est votre )?nom\b(?! (?:de |du |d )(?:l |la |votre )?(?:entreprise|soci|projet|produit|magasin|site))|^l ?name$/,
  ],
  ["email", /\be ?mail\b|\bcourriel\b|\bmail\b|\badresse electronique\b/],
  ["company", /\bcompany\b|\borgani[sz]ation\b|\bentreprise\b|\bsociete\b|\braison sociale\b|\bbusiness name\b|\bemployer\b/],
  ["phone", /\b(?:tele)?phone\b|\bphone ?number\b|\b(?:numero )?(?:mobile|portable)$|^(?:numero de )?tel(?: \d+)?$|^tel\b|\bcell ?phone\b/],
  ["message", /^(?:your |votre |un )?(?:message|comments?|commentaires?|enquiry|inquiry)\b|\bvotre (?:demande|message)\b/],
];

/** Of these a key alone may speak, never a title: a question about languages does not ask which one is read. */
const keys: readonly (readonly [DetailName, RegExp])[] = [
  ["locale", /^(?:locale|language|lang|langue)$/],
  ["timeZone", /^time ?zone$/],
];

/** The longest text that can be the plain name of a detail: a question in sentences asks for something else. */
const longestLabel = 60;

/** Which detail of a person a label asks for. A question for both names asks for the full one. */
export const detailOfTitle = remembering((title): DetailName | undefined => {
  if (title.length > longestLabel) return undefined;
  const words = foldLabel(title);
  return labels.find(([, pattern]) => pattern.test(words))?.[0];
});

/** The same of a key, which its form's author chose, and which may also be plain where a title is a sentence. */
export const detailOfKey = remembering((key): DetailName | undefined => {
  if (key.length > longestLabel) return undefined;
  const words = foldLabel(key);
  return keys.find(([, pattern]) => pattern.test(words))?.[0] ?? detailOfTitle(key);
});

/** A label as it is compared: without accents, signs and case, its words parted also where a key only changes case. */
export function foldLabel(label: string): string {
  return fold(label.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
}

/** Which UTM parameter a key or label names: `utm_source`, `utmSource`, `UTM Source`, `hidden-utm_source`. */
export const utmOfLabel = remembering((label): UtmName | undefined => {
  if (label.length > longestLabel || !/utm/i.test(label)) return undefined;
  const name = /\butm ?(source|medium|campaign|term|content)$/.exec(foldLabel(label))?.[1];
  return utmNames.find((known) => known === name);
});

/** Boxes that ask for agreement to marketing mail: called so by their key, or by their sentence. Terms of use are none. */
const consentKeys =
  /^(?:marketing )?(?:consent|consentement|opt ?in|newsletter|email opt ?in|marketing opt ?in)$|^(?:accepts?|agree to) marketing$|^marketing consent$|^subscribe$/;
const consentSentence =
  /\b(?:newsletters?|infolettres?|lettres? d information|marketing|promotional|promotionn\w+|commerciaux|commerciales|prospection)\b|\b(?:receive|send me|get)\b.*\b(?:e ?mails?|news|offers?|tips|updates|advice)\b|\b(?:recevoir|envoyez moi)\b.*\b(?:e ?mails?|courriels?|mails?|offres?|conseils?|actualites?|nouvelles|informations?)\b/;

/** Whether a box so called is one of agreement to marketing mail. Nothing else is: agreement is never presumed (GDPR art. 4(11)). */
export const asksConsent = remembering((label): boolean => {
  const words = foldLabel(label.slice(0, 1_000));
  return words !== "" && (consentKeys.test(words) || consentSentence.test(words));
});
