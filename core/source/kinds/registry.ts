import type { SourceKind } from "../kind.ts";
import type { SourceKindName } from "./kind-names.ts";
import { make, n8n, zapier } from "./automations.ts";
import { json } from "./json.ts";
import { calCom } from "./cal-com.ts";
import { calendly } from "./calendly.ts";
import { contactForm7 } from "./contact-form-7.ts";
import { elementor } from "./elementor.ts";
import { fillout } from "./fillout.ts";
import { fluentForms } from "./fluent-forms.ts";
import { formbricks } from "./formbricks.ts";
import { formspree } from "./formspree.ts";
import { framer } from "./framer.ts";
import { googleForms } from "./google-forms.ts";
import { gravityForms } from "./gravity-forms.ts";
import { html } from "./html.ts";
import { hubspot } from "./hubspot.ts";
import { jotform } from "./jotform.ts";
import { linkedin } from "./linkedin.ts";
import { mailchimp } from "./mailchimp.ts";
import { metaLeadAds } from "./meta-lead-ads.ts";
import { netlify } from "./netlify.ts";
import { ninjaForms } from "./ninja-forms.ts";
import { paperform } from "./paperform.ts";
import { shopify } from "./shopify.ts";
import { squarespace } from "./squarespace.ts";
import { standardWebhooks } from "./standard-webhooks.ts";
import { stripe } from "./stripe.ts";
import { surveymonkey } from "./surveymonkey.ts";
import { tally } from "./tally.ts";
import { typeform } from "./typeform.ts";
import { webflow } from "./webflow.ts";
import { wix } from "./wix.ts";
import { wpforms } from "./wpforms.ts";

/** Every kind of source there is. A new one is a file beside this one and its line here, its name in `kind-names.ts` (docs/adding-a-source.md). */
export const sourceKinds = [
  html,
  typeform,
  tally,
  jotform,
  webflow,
  gravityForms,
  elementor,
  contactForm7,
  wpforms,
  fluentForms,
  ninjaForms,
  formspree,
  netlify,
  framer,
  squarespace,
  wix,
  fillout,
  paperform,
  formbricks,
  surveymonkey,
  googleForms,
  hubspot,
  metaLeadAds,
  linkedin,
  mailchimp,
  calendly,
  calCom,
  stripe,
  shopify,
  standardWebhooks,
  zapier,
  make,
  n8n,
  json,
] as const satisfies readonly SourceKind<SourceKindName>[];

const byName: ReadonlyMap<string, SourceKind> = new Map(sourceKinds.map((kind) => [kind.kind, kind]));

/** What a kind is. */
export function kindOf(name: SourceKindName): SourceKind {
  const kind = byName.get(name);
  if (kind === undefined) throw new Error(`no kind of source is called ${name}`);
  return kind;
}
