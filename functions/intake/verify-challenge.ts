import { challenges, readVerdict } from "#core/form/challenge.ts";
import type { Form } from "#core/form/form.ts";
import type { FormField } from "#core/form/read-form.ts";
import type { PostEvidence } from "#core/form/screen-post.ts";
import type { Reception } from "./reception.ts";

/** Somebody waits for our answer: longer than this, the provider counts as down. In milliseconds. */
const patience = 4_000;

/** Asks the form's provider whether its check was passed. Whatever keeps us from an answer is `down`, and no fault. */
export async function verifyChallenge(
  { workshop }: Pick<Reception, "workshop">,
  { form, protection }: Form,
  fields: readonly FormField[],
): Promise<PostEvidence["challenge"]> {
  const { challenge } = protection ?? {};
  if (challenge === undefined) return "not-asked";
  const { field, verify } = challenges[challenge.provider];
  const response = fields.find(([name, value]) => name === field && value.trim() !== "")?.[1].trim();
  if (response === undefined) return "missing";
  // A provider's answer is of these signs alone; braces would ask the fetcher for our secret.
  if (response.length > 8_000 || !/^[\w.~+/=-]+$/.test(response)) return "failed";
  const secret = await workshop.stores.secrets.challengeSecret(form);
  if (secret === undefined || workshop.fetcher === undefined) return "down";
  const request = {
    url: verify,
    headers: { accept: "application/json" },
    form: { secret: "{token}", response, sitekey: challenge.siteKey },
    within: patience,
  };
  const fetched = await workshop.fetcher.fetch(request, secret);
  return fetched.kind === "answer" ? readVerdict(fetched.json) : "down";
}
