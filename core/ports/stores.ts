import type { ApiKey, ApiKeyId } from "#core/access/api-key.ts";
import type { Member, MemberId } from "#core/access/member.ts";
import type { Role } from "#core/access/role.ts";
import type { AuditEntry } from "#core/audit/audit-entry.ts";
import type { Suppression } from "#core/address/suppression.ts";
import type { Confirmation } from "#core/consent/confirmation.ts";
import type { ConsentEvent } from "#core/consent/consent-event.ts";
import type { DefinitionKind, Published } from "#core/definition/definition.ts";
import type { Pair } from "#core/duplicate/pair.ts";
import type { DueItem } from "#core/due/due-item.ts";
import type { Enrollment } from "#core/enrollment/enrollment.ts";
import type { MergeId, MessageId, PersonId, SubmissionId } from "#core/id/id.ts";
import type { FileRow, Import, ImportId, RefusedRow } from "#core/import/import.ts";
import type { Count, CountRow } from "#core/insight/count.ts";
import type { Job, JobId } from "#core/job/job.ts";
import type { Merge } from "#core/merge/merge.ts";
import type { LoggedFact } from "#core/merge/undo-merge.ts";
import type { Message } from "#core/message/message.ts";
import type { Person } from "#core/person/person.ts";
import type { PersonRow } from "#core/person/person-row.ts";
import type { Stage } from "#core/person/stage.ts";
import type { SavedView } from "#core/search/saved-view.ts";
import type { Beat, Pulse } from "#core/source/pulse.ts";
import type { Source } from "#core/source/source.ts";
import type { KeptDelivery } from "#core/submission/kept-delivery.ts";
import type { Submission } from "#core/submission/submission.ts";
import type { Instant } from "#core/time/instant.ts";
import type { Entry } from "#core/timeline/entry.ts";

/** A page of a list read by key, and where the next one begins. Cursors are opaque and safe in a URL. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** All that is decided upon about one person, read at one instant (one strongly consistent query). */
export interface Dossier {
  readonly person: Person;
  readonly enrollments: readonly Enrollment[];
}

/** A person and the run of theirs that is due. */
export interface Brief {
  readonly person: Person;
  readonly enrollment: Enrollment;
}

/** Who an address belongs to, and whether it must not be written to. */
export interface AddressRecord {
  readonly personId: PersonId | undefined;
  /** Whose address it was, before they were merged into that person. */
  readonly as?: PersonId;
  readonly suppression: Suppression | undefined;
}

export interface AddressStore {
  /** Which of these addresses must not be written to; strongly consistent. */
  suppressions(addressHashes: readonly string[]): Promise<ReadonlyMap<string, Suppression>>;
  find(addressHash: string): Promise<AddressRecord>;
  /** The same of many at once; strongly consistent. Of each that was asked for there is one. */
  findAll(addressHashes: readonly string[]): Promise<ReadonlyMap<string, AddressRecord>>;
  /** Binds the address to the person unless another has it; answers whose it is now. */
  claim(addressHash: string, personId: PersonId): Promise<PersonId>;
  /** Keeps the first reason an address was suppressed for; later ones change nothing. */
  suppress(addressHash: string, suppression: Suppression): Promise<void>;
  /** Leads an address to another person, if one of the two has it: to the one somebody was merged into, or back. */
  lead(addressHash: string, to: { readonly personId: PersonId; readonly as?: PersonId }, from: PersonId): Promise<void>;
  /** Takes an opt-out of before `at` back, for whoever said yes again by a link; any other suppression stays. */
  welcomeBack(addressHash: string, at: Instant): Promise<void>;
  /** Frees an address whose person was erased. Its suppression, if there is one, stays. */
  release(addressHash: string): Promise<void>;
}

/** `conflict`: the stored revision is not the one this write was decided on. Read again, decide again. */
export type Saved = "saved" | "conflict";

export interface PersonStore {
  dossier(id: PersonId): Promise<Dossier | undefined>;
  /** The person and the one run of each row, in as few reads as can be; each may be a moment old, or gone. */
  briefs(rows: readonly { readonly personId: PersonId; readonly sequence: string }[]): Promise<readonly Brief[]>;
  /** Stores a person under a new id; `conflict` if the id is taken. */
  create(person: Person): Promise<Saved>;
  /** Stores `person` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(person: Person): Promise<Saved>;
  /** Those of the people who are there, in the order asked for; each may be a moment old, unless it must not. */
  several(ids: readonly PersonId[], options?: { readonly consistent: boolean }): Promise<readonly Person[]>;
  /** People in one of the lists that are kept: by name, by stage (who has been there longest first), by urgency of a call, by when one is to come. */
  listed(list: PeopleList, page: { readonly limit: number; readonly cursor?: string }): Promise<Page<PersonRow>>;
  /** Removes all that is kept under the person's own key: themselves, their runs, their timeline with its mails. */
  erase(id: PersonId): Promise<void>;
  /** People by score, highest first: fit and engagement together at `now`. */
  ranked(page: { readonly limit: number; readonly cursor?: string; readonly now: Instant }): Promise<Page<PersonRow>>;
}

/** A list of people that is kept in order, and read by key, forwards or backwards. Without its stage, one of stages goes through all. */
export type PeopleList =
  | { readonly by: "name"; readonly isReversed?: boolean }
  | { readonly by: "stage"; readonly stage?: Stage; readonly isReversed?: boolean }
  | { readonly by: "call" }
  | { readonly by: "later" };

/** The search's own small index: one item a word. */
export interface SearchStore {
  /** Makes a person found by these words. Words they had before may stay: whoever reads checks them against the person. */
  index(id: PersonId, words: readonly string[]): Promise<void>;
  /** The same for many people, in as few requests as can be. */
  indexAll(people: readonly { readonly id: PersonId; readonly words: readonly string[] }[]): Promise<void>;
  /** Forgets words of a person. */
  forget(id: PersonId, words: readonly string[]): Promise<void>;
  /** Ids of people who have, or had, a word, or one that begins so; in the order of the words. */
  find(
    sought: { readonly word: string } | { readonly beginning: string },
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<PersonId>>;
}

export interface TimelineStore {
  /** Appends under the entry's id; `already` if that id stands there. */
  append(entry: Entry): Promise<"appended" | "already">;
  /** Writes entries under their ids, whether they stand there or not: an entry's id is made from its cause, so it says the same. */
  record(entries: readonly Entry[]): Promise<void>;
  has(personId: PersonId, id: Entry["id"]): Promise<boolean>;
  /** Entries and messages, newest first: of several people who are one by now, as one list. A page may be shorter than asked for though more follow. */
  page(personIds: PersonId | readonly PersonId[], page: { readonly limit: number; readonly cursor?: string }): Promise<Page<TimelineItem>>;
}
export type TimelineItem = { readonly kind: "entry"; readonly entry: Entry } | { readonly kind: "message"; readonly message: Message };

/** The one request to confirm that a person has, if they have one. */
export interface ConfirmationStore {
  find(personId: PersonId): Promise<Confirmation | undefined>;
  /** Stores `confirmation` (whose `rev` is already the new one) if the stored revision is `rev - 1`; the first if there is none. */
  save(confirmation: Confirmation): Promise<Saved>;
}

/** The proof of consent: written once, erased with the person. */
export interface ConsentStore {
  /** Writes events under their ids, whether they stand there or not. */
  record(events: readonly ConsentEvent[]): Promise<void>;
  /** All that ever happened to what a person's purposes rest on, oldest first. */
  history(personId: PersonId): Promise<readonly ConsentEvent[]>;
}

export interface MessageStore {
  /** Writes the claim if no record stands under this id; else answers the record that does. */
  claim(message: Message): Promise<{ readonly kind: "claimed" } | { readonly kind: "taken"; readonly by: Message }>;
  /** `stale`: a reading that may be a moment old will do, at half the price. */
  find(personId: PersonId, id: MessageId, options?: { readonly stale: boolean }): Promise<Message | undefined>;
  /** Claims an unsettled record (`claimed`, `unsent` or `uncertain`) once more, if it is still at `attempt`; the stored attempt grows by one. */
  reclaim(message: Message, claimedAt: Instant, claimUntil: Instant): Promise<Saved>;
  /** Sets the given fields if the record exists and, where `from` is given, its state is one of those. Never brings a record to life. */
  update(
    personId: PersonId,
    id: MessageId,
    change: { readonly set: Partial<Message>; readonly from?: readonly Message["state"][]; readonly unless?: keyof Message },
  ): Promise<{ readonly kind: "updated"; readonly message: Message } | { readonly kind: "unchanged" }>;
  /** Lets go of a record that only kept others from sending (`stopped` by a merge). */
  unblock(personId: PersonId, id: MessageId): Promise<void>;
  /** Appends one click; the record as it is then, for whoever judges all of them. */
  appendClick(personId: PersonId, id: MessageId, click: NonNullable<Message["clicks"]>[number]): Promise<Message | undefined>;
}

export interface EnrollmentStore {
  find(personId: PersonId, sequence: string): Promise<Enrollment | undefined>;
  /** Stores a first run, or a new run over an ended one (`run` one more than the stored). `conflict` if one is there already. */
  start(enrollment: Enrollment): Promise<Saved>;
  /** Stores `enrollment` (whose `rev` is already the new one) if the stored revision is `rev - 1`. `signals` set by feedback meanwhile survive. */
  save(enrollment: Enrollment): Promise<Saved>;
  /** Stores a run that comes from another person, unless a run goes on here or this one was placed here before. */
  place(enrollment: Enrollment, from: PersonId): Promise<Saved>;
  /** Forgets a run that is over, if it is this one. */
  remove(personId: PersonId, sequence: string, id: string): Promise<void>;
  /** Notes what the person did, on the run that is active under this id, wherever it has moved; no revision, no conflict; the first instant wins. */
  signal(
    personId: PersonId,
    sequence: string,
    enrollmentId: string,
    signal: "clickedAt" | "openedAt" | "repliedAt",
    at: Instant,
  ): Promise<void>;
}

/** Which of a source's submissions a list shows: all of them, or those of one status. */
export interface SubmissionList {
  readonly source: string;
  readonly status?: Submission["status"];
}

export interface SubmissionStore {
  /** Keeps an arrival under `source` and its event id; if that event is there already, answers the stored one. */
  accept(submission: Submission): Promise<{ readonly kind: "accepted" } | { readonly kind: "duplicate"; readonly first: Submission }>;
  /** Notes that an event came again; `enough` if so many repeats of it are kept that one more says nothing new. */
  repeat(submission: Submission): Promise<"noted" | "enough">;
  find(source: string, eventId: string): Promise<Submission | undefined>;
  findById(id: SubmissionId): Promise<Submission | undefined>;
  /** Forgets an arrival, what came over the wire, and its repeats: for a person who is erased. Delivered again, it would be new. */
  erase(source: string, eventId: string): Promise<void>;
  /** Forgets an arrival alone, which stands under another event id by now; what came over the wire stays. */
  leave(source: string, eventId: string, id: SubmissionId): Promise<void>;
  /** The submission a row of the due index names. */
  findByKey(key: { readonly pk: string; readonly sk: string }): Promise<Submission | undefined>;
  /** The same of several rows at once, in their order; each may be a moment old. */
  several(keys: readonly { readonly pk: string; readonly sk: string }[]): Promise<readonly (Submission | undefined)[]>;
  /** Stores `submission` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(submission: Submission): Promise<Saved>;
  /** Keeps what came over the wire. Written before the submission: whatever is accepted can be read again. */
  keep(delivery: KeptDelivery): Promise<void>;
  delivery(id: SubmissionId): Promise<KeptDelivery | undefined>;
  /** Says under which event id the submission of this delivery stands now. */
  point(id: SubmissionId, eventId: string): Promise<void>;
  /** Forgets what came over the wire. */
  letGo(id: SubmissionId): Promise<void>;
  /** Submissions, newest first; a page may be shorter than asked for though more follow. */
  page(list: SubmissionList, page: { readonly limit: number; readonly cursor?: string }): Promise<Page<Submission>>;
  /** How many there are of a status that is kept apart (not `pending`, not `processed`), counted up to a hundred. */
  count(source: string, status: Submission["status"]): Promise<number>;
}

/** What has come in through each source lately: for whoever waits for the first delivery, or looks after them. */
export interface PulseStore {
  /** Counts deliveries of one outcome, and keeps when the last was. */
  beat(source: string, beat: Beat): Promise<void>;
  read(source: string): Promise<Pulse | undefined>;
  /** Of every source: few and small, read whole. */
  list(): Promise<readonly Pulse[]>;
}

/** The due index and its leases. Rows may be a moment old: the item decides. */
export interface DueIndex {
  /** What is due in one shard at `now`, oldest first. */
  due(shard: number, now: Instant, limit: number): Promise<readonly DueItem[]>;
  /** Everything that waits, soonest first, over all shards. */
  upcoming(page: { readonly limit: number; readonly cursor?: string }): Promise<Page<DueItem>>;
  /** What was given up after its tries, newest first. */
  parked(page: { readonly limit: number; readonly cursor?: string }): Promise<Page<DueItem>>;
  /** Takes a shard for one worker until an instant, unless another holds it. Taking it again extends it. */
  lease(shard: number, worker: string, now: Instant, until: Instant): Promise<boolean>;
  release(shard: number, worker: string): Promise<void>;
}

export interface DefinitionStore {
  /** The current version of every definition of a kind. Small: read whole. */
  current(kind: DefinitionKind): Promise<readonly Published[]>;
  version(kind: DefinitionKind, name: string, version: number): Promise<Published | undefined>;
  /** All versions there ever were, newest first, also of what is retired. */
  versions(kind: DefinitionKind, name: string, page: { readonly limit: number; readonly cursor?: string }): Promise<Page<Published>>;
  /** Stores a version and points `current` at it; `conflict` if that version exists. */
  publish(published: Published): Promise<Saved>;
  /** Takes a definition out of force if this version is the current one; its versions stay. */
  retire(kind: DefinitionKind, name: string, version: number): Promise<Saved>;
}

/** Sources: few, read whole. What was deleted stays, so that its arrivals can be told. */
export interface SourceStore {
  find(id: string): Promise<Source | undefined>;
  create(source: Source): Promise<Saved>;
  /** Stores `source` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(source: Source): Promise<Saved>;
  list(): Promise<readonly Source[]>;
}

/** The key all tokens are derived from, made once by the first who needs it; and what opens others' doors. */
export interface SecretStore {
  rootKey(candidate: () => Uint8Array): Promise<Uint8Array>;
  /** The secret by which a form's check against machines is verified at its provider; undefined where none was given. */
  challengeSecret(form: string): Promise<string | undefined>;
  /** Keeps it, over one that stood; undefined takes it away. */
  setChallengeSecret(form: string, secret: string | undefined): Promise<void>;
}

/** Counts that are kept, not counted: small items of counters that are read together (`core/insight/count.ts`). */
export interface CounterStore {
  /** Adds to one counter of one UTC day. */
  add(name: string, at: Instant, by: number): Promise<void>;
  read(name: string, at: Instant): Promise<number>;
  /** Adds to all counters of one row, in one write. */
  addRow(count: Count): Promise<void>;
  /** The same, once for each cause however often it is told, until the cause is forgotten. */
  addRowOnce(count: Count, cause: string): Promise<void>;
  /** Lets go of a cause that will not be told again: rows stay small. */
  forget(count: Pick<Count, "name" | "row">, cause: string): Promise<void>;
  /** Rows from one to another, both included, in their order; all of them without bounds. */
  rows(name: string, span?: { readonly from: string; readonly to: string }): Promise<readonly CountRow[]>;
  row(name: string, row: string): Promise<CountRow | undefined>;
}

/** Proof that SES's events still reach us: the latest instant at which SES accepted a mail we had an event for. */
export interface FeedbackWatermark {
  read(): Promise<Instant | undefined>;
  advance(to: Instant): Promise<void>;
}

/** The team: few, read whole. */
export interface MemberStore {
  /** Everybody, as of this moment: who was removed a second ago is not in it. */
  list(): Promise<readonly Member[]>;
  /** Stores a member; `conflict` if somebody stands under their id. */
  add(member: Member): Promise<Saved>;
  /** Gives a member another role, beside whatever else happens to them meanwhile; `conflict` if there is none. */
  setRole(id: MemberId, role: Role): Promise<Saved>;
  /** Notes when a member was last seen; whoever was removed meanwhile stays so. */
  see(id: MemberId, at: Instant): Promise<void>;
  remove(id: MemberId): Promise<void>;
}

/** The keys of programs: few, read whole. Revoked ones stay, so that the log's names can be told. */
export interface ApiKeyStore {
  find(id: ApiKeyId): Promise<ApiKey | undefined>;
  list(): Promise<readonly ApiKey[]>;
  put(key: ApiKey): Promise<void>;
  /** Notes when a key was last used, beside whatever else happens to it meanwhile. */
  use(id: ApiKeyId, at: Instant): Promise<void>;
  /** The first instant at which it was revoked stays. */
  revoke(id: ApiKeyId, at: Instant): Promise<void>;
}

/** What was changed through the API, and by whom. Entries are only ever added. */
export interface AuditStore {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first: all of them, or those that one filter lets through. Each is a list of its own, so no page reads what it does not show. */
  page(page: { readonly limit: number; readonly cursor?: string; readonly only?: AuditFilter }): Promise<Page<AuditEntry>>;
}

/** Changes by one member or key; or changes to one kind of thing, as `person` or `sequence`. */
export type AuditFilter = { readonly by: string } | { readonly kind: string };

/** What was answered to a request that named itself by an idempotency key. */
export interface KeptAnswer {
  /** A digest of the request: the same key with another request is a mistake. */
  readonly fingerprint: string;
  /** Absent while the request is being worked on. */
  readonly answer?: { readonly status: number; readonly body: string; readonly contentType: string };
}

export interface IdempotencyStore {
  /** Takes the key for this request until an instant; or answers what stands under it. */
  take(caller: string, key: string, fingerprint: string, until: Instant, now: Instant): Promise<"taken" | KeptAnswer>;
  keep(caller: string, key: string, kept: KeptAnswer, until: Instant): Promise<void>;
  /** Lets go of a key whose request failed: it may be tried again. */
  release(caller: string, key: string): Promise<void>;
}

/** How many requests a caller has made in a window of time. */
export interface RateStore {
  /** Counts one more of whoever `caller` names, in the window of time that begins then; answers how many it is now. */
  count(caller: string, window: Instant, until: Instant): Promise<number>;
}

/** Lists of people under a name of somebody's own, or of everybody's. */
export interface SavedViewStore {
  /** Those of one member, or of `everybody`. */
  list(owner: string): Promise<readonly SavedView[]>;
  put(view: SavedView): Promise<void>;
  remove(owner: string, id: string): Promise<void>;
}

/** Long work that goes on in slices through the due index. */
export interface JobStore {
  create(job: Job): Promise<Saved>;
  find(id: JobId): Promise<Job | undefined>;
  /** Stores `job` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(job: Job): Promise<Saved>;
}

/** Merges of two people, beside the one who stays, while they are under way or can be undone. */
export interface MergeStore {
  create(merge: Merge): Promise<Saved>;
  find(kept: PersonId, id: MergeId): Promise<Merge | undefined>;
  /** Stores `merge` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(merge: Merge): Promise<Saved>;
  remove(kept: PersonId, id: MergeId): Promise<void>;
  /** Remembers a fact of somebody whose merge can still be undone. */
  log(of: PersonId, logged: LoggedFact): Promise<void>;
  /** What was remembered since an instant, in its order; each fact once. */
  logged(of: PersonId, since: Instant): Promise<readonly LoggedFact[]>;
  forgetLogged(of: PersonId): Promise<void>;
}

/** Who may be the same human being: keys that people share, and pairs that somebody is asked about. */
export interface DuplicateStore {
  /** Notes that a person has this key; answers who else has it. Of a key that very many share nobody is told. */
  share(key: string, id: PersonId): Promise<readonly PersonId[]>;
  /**
   * The same of many at once, for a list: answers who has each key then, in as few requests as can be. Whoever takes one that nobody
   * had, in the very same instant and elsewhere, may be missed.
   */
  shareAll(shares: readonly { readonly key: string; readonly id: PersonId }[]): Promise<ReadonlyMap<string, readonly PersonId[]>>;
  leave(key: string, id: PersonId): Promise<void>;
  /** Suggests a pair, unless it was suggested or answered before. */
  suggest(pair: Pair): Promise<void>;
  /** Writes what somebody has said of a pair. */
  put(pair: Pair): Promise<void>;
  /** All pairs of a person, with what was said of each. */
  of(id: PersonId): Promise<readonly Pair[]>;
  forget(one: PersonId, other: PersonId): Promise<void>;
  /** Pairs that wait for an answer, the surest first. */
  page(page: { readonly limit: number; readonly cursor?: string }): Promise<Page<Pick<Pair, "one" | "other">>>;
}

/** Lists of people that are brought in, with their rows: a chunk of rows is one item. */
export interface ImportStore {
  create(job: Import): Promise<Saved>;
  find(id: ImportId): Promise<Import | undefined>;
  /** Stores `job` (whose `rev` is already the new one) if the stored revision is `rev - 1`. */
  save(job: Import): Promise<Saved>;
  /** The lists there were, newest first. */
  page(page: { readonly limit: number; readonly cursor?: string }): Promise<Page<Import>>;
  putRows(id: ImportId, chunk: number, rows: readonly FileRow[]): Promise<void>;
  rows(id: ImportId, chunk: number): Promise<readonly FileRow[]>;
  putRefused(id: ImportId, chunk: number, rows: readonly RefusedRow[]): Promise<void>;
  /** The rows that were refused, chunk by chunk in the order of the file. */
  refused(id: ImportId, cursor?: string): Promise<Page<RefusedRow>>;
}

export interface Stores {
  readonly addresses: AddressStore;
  readonly people: PersonStore;
  readonly search: SearchStore;
  readonly timeline: TimelineStore;
  readonly messages: MessageStore;
  readonly confirmations: ConfirmationStore;
  readonly consents: ConsentStore;
  readonly enrollments: EnrollmentStore;
  readonly submissions: SubmissionStore;
  readonly due: DueIndex;
  readonly definitions: DefinitionStore;
  readonly sources: SourceStore;
  readonly pulses: PulseStore;
  readonly secrets: SecretStore;
  readonly counters: CounterStore;
  readonly watermark: FeedbackWatermark;
  readonly jobs: JobStore;
  readonly imports: ImportStore;
  readonly merges: MergeStore;
  readonly duplicates: DuplicateStore;
  readonly rates: RateStore;
}

/** What the API keeps beside: who may come in, what they did, and what they were answered. Nothing that runs by itself needs it. */
export interface ApiStores extends Stores {
  readonly members: MemberStore;
  readonly apiKeys: ApiKeyStore;
  readonly audit: AuditStore;
  readonly idempotency: IdempotencyStore;
  readonly views: SavedViewStore;
}
