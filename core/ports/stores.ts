import type { AddressStore } from "./address-store.ts";
import type { ApiKeyStore } from "./api-key-store.ts";
import type { AuditStore } from "./audit-store.ts";
import type { ConfirmationStore, ConsentStore } from "./consent-store.ts";
import type { CounterStore } from "./counter-store.ts";
import type { DefinitionStore } from "./definition-store.ts";
import type { DueIndex } from "./due-index.ts";
import type { DuplicateStore } from "./duplicate-store.ts";
import type { EnrollmentStore } from "./enrollment-store.ts";
import type { FeedbackWatermark } from "./feedback-watermark.ts";
import type { IdempotencyStore } from "./idempotency-store.ts";
import type { ImportStore } from "./import-store.ts";
import type { JobStore } from "./job-store.ts";
import type { MemberStore } from "./member-store.ts";
import type { MergeStore } from "./merge-store.ts";
import type { MessageStore } from "./message-store.ts";
import type { PersonStore } from "./person-store.ts";
import type { PulseStore } from "./pulse-store.ts";
import type { RateStore } from "./rate-store.ts";
import type { SavedViewStore } from "./saved-view-store.ts";
import type { SearchStore } from "./search-store.ts";
import type { SecretStore } from "./secret-store.ts";
import type { SourceStore } from "./source-store.ts";
import type { SubmissionStore } from "./submission-store.ts";
import type { TimelineStore } from "./timeline-store.ts";

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
