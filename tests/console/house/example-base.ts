import type { Client } from "#tests/e2e/client.ts";
import { eventually } from "#tests/e2e/client.ts";

type Answers = Readonly<Record<string, string>>;

const lumen = "https://atelier-lumen.example";

/** People as they come to the example's form, in the order they came; everybody is somebody one might meet. */
const visitors: readonly { readonly answers: Answers; readonly then?: string }[] = [
  {
    answers: {
      email: "paul.mercier@garage-mercier.example",
      firstName: "Paul",
      company: "Garage Mercier",
      need: "workshop",
      budget: "20k-50k",
      role: "decides",
      timing: "quarter",
    },
    then: "P2D",
  },
  {
    answers: {
      email: "ines.haddad@boutique-ambre.example",
      firstName: "Inès",
      company: "Boutique Ambre",
      need: "shop",
      budget: "under-5k",
      role: "decides",
      timing: "now",
    },
    then: "P1D",
  },
  {
    answers: {
      email: "tom.walker@northlight.example",
      firstName: "Tom",
      company: "Northlight Ltd",
      need: "office",
      budget: "5k-20k",
      role: "advises",
      timing: "year",
      locale: "en-GB",
    },
  },
  {
    answers: { email: "chloe.martin@example.com", firstName: "Chloé", need: "unsure", budget: "unknown", role: "studies", timing: "later" },
    then: "P1D",
  },
  {
    answers: {
      email: "jean-baptiste.de-la-rochefoucauld-montbel@tres-long-nom-de-domaine-dune-entreprise.example",
      firstName: "Jean-Baptiste",
      company: "Société anonyme des Établissements Rochefoucauld, Montbel et Compagnie réunis",
      need: "workshop",
      budget: "over-50k",
      role: "decides",
      timing: "now",
    },
    then: "P1D",
  },
  {
    answers: {
      email: "nadia.roux@menuiserie-roux.example",
      firstName: "Nadia",
      company: "Menuiserie Roux",
      need: "workshop",
      budget: "5k-20k",
      role: "decides",
      timing: "quarter",
    },
  },
  {
    answers: {
      email: "bruno.girard@example.net",
      firstName: "Bruno",
      company: "Girard & Fils",
      need: "office",
      budget: "unknown",
      role: "other",
      timing: "year",
    },
    then: "PT6H",
  },
  {
    answers: {
      email: "zoe.dupont@example.com",
      firstName: "Zoé",
      company: "Dupont & Fils",
      need: "workshop",
      budget: "5k-20k",
      role: "decides",
      timing: "quarter",
    },
  },
];

/**
 * Fills a base as days of work do: people ask, mails leave, some are read, answered, bounced; somebody buys, somebody leaves.
 * Everything goes over HTTP, as it would; the clock is moved between.
 */
export async function fillExampleBase(client: Client): Promise<void> {
  const shop = await client.source({ kind: "json", name: "Boutique en ligne", secret: "a-secret-of-the-shop" });
  for (const { answers, then } of visitors) {
    await client.submit("demo", { ...answers, consent: "on" });
    await eventually(client.mails, (mails) => mails.some((mail) => mail.to === answers["email"]));
    if (then !== undefined) await client.advance(then);
  }
  const mailOf = async (email: string) => (await client.mails()).findLast((mail) => mail.to === email)?.id ?? "";
  const idOf = async (email: string) => (await client.person(email))?.id ?? "";
  const act = async (path: string, body: unknown, method = "POST"): Promise<void> => {
    const answer = await client.request(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  };
  await client
    .happen(await mailOf("paul.mercier@garage-mercier.example"), { type: "click", url: `${lumen}/calcul` })
    .catch(() => undefined);
  await client.happen(await mailOf("nadia.roux@menuiserie-roux.example"), {
    type: "reply",
    text: "Bonjour,\n\nAppelez-moi demain matin, plutôt avant 10 h.\n\nNadia",
  });
  await client.happen(await mailOf("bruno.girard@example.net"), { type: "bounce" });
  await client.happen(await mailOf("chloe.martin@example.com"), { type: "complaint" });
  const paul = await idOf("paul.mercier@garage-mercier.example");
  await act(
    `/api/people/${paul}`,
    { value: { amount: 18_500, currency: "EUR" }, tags: { add: ["salon-lyon"], remove: [] }, owner: "sophie@atelier-lumen.example" },
    "PATCH",
  );
  await act(`/api/people/${paul}/stage`, { stage: "proposal", reason: "Devis envoyé après la visite de l’atelier" });
  await act(`/api/people/${paul}/notes`, { text: "Deux ponts élévateurs, éclairage actuel au néon. Veut voir une réalisation." });
  const long = await idOf("jean-baptiste.de-la-rochefoucauld-montbel@tres-long-nom-de-domaine-dune-entreprise.example");
  await act(`/api/people/${long}`, { value: { amount: 1_250_000, currency: "EUR" } }, "PATCH");
  await act(`/api/people/${long}/stage`, { stage: "negotiation", reason: "Négocie le délai" });
  await buy(shop.url, { email: "ines.haddad@boutique-ambre.example", purchase: { id: "CMD-1042", amount: 1890, currency: "EUR" } });
  await client.advance("PT1H");
}

/** The shop tells of a purchase, signed as it agreed to. */
async function buy(url: string, order: unknown): Promise<void> {
  const { createHmac } = await import("node:crypto");
  const body = JSON.stringify(order);
  const signature = `sha256=${createHmac("sha256", "a-secret-of-the-shop").update(body).digest("hex")}`;
  const answer = await fetch(url, { method: "POST", body, headers: { "content-type": "application/json", "x-signature-256": signature } });
  if (!answer.ok) throw new Error(`the shop's webhook was answered ${answer.status}: ${await answer.text()}`);
}
