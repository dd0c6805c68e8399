import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { PersonId } from "#core/id/id.ts";
import type { Merge } from "#core/merge/merge.ts";
import { goesOn } from "#core/merge/merge-runs.ts";
import { suggestKept } from "#core/merge/suggest-kept.ts";
import type { Dossier } from "#core/ports/person-store.ts";
import { react } from "#core/reaction/react.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Workshop } from "../workshop.ts";
import { mergeable, type MergeRefusal } from "./begin-merge.ts";

/** What merging two people would make of them. Nothing is changed. */
export interface MergeDryRun {
  readonly kept: Dossier;
  readonly other: Dossier;
  readonly merged: Dossier;
  readonly suggested: "kept" | "other";
  readonly runs: readonly { readonly run: Enrollment; readonly whose: "kept" | "other"; readonly becomes: "goes-on" | "stops" }[];
}

export async function previewMerge(
  workshop: Workshop,
  ids: { readonly kept: PersonId; readonly other: PersonId; readonly address: Merge["address"] },
): Promise<MergeDryRun | { readonly why: MergeRefusal }> {
  const { stores, definitions, runtime } = workshop;
  const both = await mergeable(workshop, ids.kept, ids.other);
  if ("why" in both) return both;
  const [kept, other] = await Promise.all([stores.people.dossier(both.kept.id), stores.people.dossier(both.other.id)]);
  if (kept === undefined || other === undefined) return { why: "unknown" };
  const [listed, listedToo] = await Promise.all([kept, other].map(({ person }) => stores.addresses.find(person.addressHash)));
  const now = runtime.now();
  const fact = {
    kind: "merge",
    id: "preview",
    at: now,
    merge: "mrg_preview",
    other: other.person,
    by: "",
    address: ids.address,
    until: now,
    suppressions: { kept: listed?.suppression, other: listedToo?.suppression },
  } as const;
  const { person } = react({ person: kept.person, fact, judging: await definitions.judging(), now });
  const runs = await Promise.all(under(kept, other).map((pair) => whatBecomes(workshop, pair, now)));
  return {
    kept,
    other,
    merged: { person, enrollments: kept.enrollments },
    suggested: suggestKept(kept.person, other.person) === "one" ? "kept" : "other",
    runs: runs.flat(),
  };
}

interface Pair {
  readonly standing: Enrollment | undefined;
  readonly coming: Enrollment | undefined;
}

/** The runs of both, sequence by sequence. */
function under(kept: Dossier, other: Dossier): readonly Pair[] {
  const names = new Set([...kept.enrollments, ...other.enrollments].map(({ sequence }) => sequence));
  const of = ({ enrollments }: Dossier, name: string): Enrollment | undefined => enrollments.find((run) => run.sequence === name);
  return [...names].map((name) => ({ standing: of(kept, name), coming: of(other, name) }));
}

async function whatBecomes({ definitions }: Workshop, { standing, coming }: Pair, now: Instant): Promise<MergeDryRun["runs"]> {
  const sequence = coming === undefined ? undefined : await definitions.sequence(coming.sequence, coming.version);
  const wins =
    coming === undefined
      ? "standing"
      : sequence === undefined
        ? standing === undefined
          ? "coming"
          : "standing"
        : goesOn(coming, standing, sequence, now);
  const told = (run: Enrollment | undefined, whose: "kept" | "other", goes: boolean): MergeDryRun["runs"] =>
    run === undefined || run.status === "ended" ? [] : [{ run, whose, becomes: goes ? "goes-on" : "stops" }];
  return [...told(standing, "kept", wins === "standing"), ...told(coming, "other", wins === "coming")];
}
