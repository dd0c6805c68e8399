import type { SourceView } from "#contract/api.ts";
import type { PulseView } from "#contract/sources.ts";
import { healthOf, type BeatKind, type Pulse } from "#core/source/pulse.ts";
import { nameOfSecret } from "#core/source/rotate-secret.ts";
import type { Source } from "#core/source/source.ts";
import { addressOf, isSigned } from "#core/source/address-of.ts";
import { type Instant, toIso } from "#core/time/instant.ts";

/** A source as it is shown: its secrets by names that say nothing of them. */
export function sourceView(source: Source, publicUrl: string, now: Instant): SourceView {
  const { stage, tags = [], owner, retiring = [], retiringTokens = [] } = source;
  const oldUntil = Math.max(0, ...retiringTokens.map(({ until }) => until));
  return {
    id: source.id,
    kind: source.kind,
    name: source.name,
    url: addressOf(source, publicUrl),
    signed: isSigned(source),
    secrets: [
      ...source.secrets.map((secret) => ({ id: nameOfSecret(source, secret), until: null })),
      ...retiring
        .filter(({ until }) => until > now)
        .map(({ secret, until }) => ({ id: nameOfSecret(source, secret), until: toIso(until) })),
    ],
    oldAddressUntil: oldUntil > now ? toIso(oldUntil) : null,
    accessToken: source.accessToken !== undefined,
    mapping: source.mapping ?? null,
    basis: source.basis,
    doubleOptIn: source.doubleOptIn ?? null,
    stage: stage ?? null,
    tags: [...tags],
    owner: owner ?? null,
    enabled: source.disabledAt === undefined,
    rev: source.rev ?? 1,
    createdAt: toIso(source.createdAt),
  };
}

export function pulseView(source: Source, pulse: Pulse | undefined, inQuarantine: number, now: Instant): PulseView {
  const beat = (kind: BeatKind): PulseView["received"] => {
    const known = pulse?.beats[kind];
    return known === undefined ? null : { total: known.total, lastAt: toIso(known.lastAt), because: known.because ?? null };
  };
  return {
    health: source.disabledAt === undefined ? healthOf(pulse, inQuarantine, now) : "disabled",
    received: beat("received"),
    duplicate: beat("duplicate"),
    quarantined: beat("quarantined"),
    ignored: beat("ignored"),
    refused: beat("refused"),
    inQuarantine,
  };
}
