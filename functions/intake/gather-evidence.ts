import { countedName, networkOf } from "#core/form/counted-name.ts";
import type { Form } from "#core/form/form.ts";
import type { Rate } from "#core/form/protection.ts";
import type { FormField } from "#core/form/read-form.ts";
import type { PostEvidence } from "#core/form/screen-post.ts";
import { sinceShown } from "#core/form/shown-token.ts";
import type { Extracted } from "#core/submission/submission.ts";
import { readAddress } from "#core/address/normalise-address.ts";
import { minute } from "#core/time/instant.ts";
import { isDisposable } from "./disposable.ts";
import type { Reception } from "./reception.ts";

/** One post, as its form read it. */
export interface ReadPost {
  readonly form: Form;
  readonly fields: readonly FormField[];
  readonly extracted: Extracted;
  readonly isTrapFilled: boolean;
  readonly ip: string | undefined;
}

/** Finds out what a post is judged by without asking anybody. What fills the trap is judged by that, and not counted. */
export async function gatherEvidence(reception: Reception, post: ReadPost): Promise<PostEvidence> {
  const { runtime, stores } = reception.workshop;
  const { form, fields, extracted, isTrapFilled, ip } = post;
  const read = readAddress(extracted.email ?? "");
  const email = read.kind === "address" ? read.address : undefined;
  const rootKey = await stores.secrets.rootKey(() => runtime.random(32));
  const token = fields.find(([name]) => name === "_token")?.[1];
  const { perAddress, perNetwork } = form.protection ?? {};
  const named = (what: "address" | "network", value: string | undefined): string | undefined =>
    value === undefined ? undefined : countedName(rootKey, form.form, what, value);
  const counted = (what: "address" | "network", value: string | undefined, rate: Rate | undefined): Promise<number> =>
    countPost(reception, isTrapFilled ? undefined : named(what, value), rate);
  return {
    ofAddress: await counted("address", email, perAddress),
    ofNetwork: await counted("network", ip === undefined ? undefined : networkOf(ip), perNetwork),
    challenge: "not-asked",
    isTrapFilled,
    filledIn: sinceShown(rootKey, form.form, token, runtime.now()),
    email,
    isDisposable: email !== undefined && isDisposable(email),
  };
}

/** Counts a post where its form sets a rate, in windows of the clock; the counter is gone one window later. */
async function countPost({ workshop }: Reception, name: string | undefined, rate: Rate | undefined): Promise<number> {
  if (name === undefined || rate === undefined) return 0;
  const length = rate.minutes * minute;
  const window = Math.floor(workshop.runtime.now() / length) * length;
  return workshop.stores.rates.count(name, window, window + 2 * length);
}
