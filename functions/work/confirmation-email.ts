import { ownConfirmation, ownConfirmationVersion } from "#core/consent/own-email.ts";
import type { Email } from "#core/email/email.ts";
import type { Workshop } from "./workshop.ts";

/** The e-mail that asks: the marketer's own where there is one of that name, made for it; else Relance's. */
export async function confirmationEmail(
  { definitions }: Pick<Workshop, "definitions">,
  name: string,
): Promise<{ readonly artefact: Email; readonly version: number }> {
  const published = await definitions.email(name);
  if (published?.artefact.purpose === "confirmation") return published;
  return { artefact: ownConfirmation, version: ownConfirmationVersion };
}
