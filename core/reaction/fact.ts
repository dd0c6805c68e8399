import type { Activity } from "#core/activity/activity.ts";
import type { Suppression } from "#core/address/suppression.ts";
import type { CallOutcome } from "#core/call/call.ts";
import type { LastAct } from "#core/call/last-act.ts";
import type { Purchase } from "#core/event/catalogue.ts";
import type { ImportId } from "#core/import/import.ts";
import type { ImportedRow } from "#core/import/read-row.ts";
import type { MessageId, PersonId } from "#core/id/id.ts";
import type { Merging } from "#core/merge/merge-people.ts";
import type { Message } from "#core/message/message.ts";
import type { AttributeValue } from "#core/person/attribute.ts";
import type { Money } from "#core/person/money.ts";
import type { DoubleOptIn } from "#core/consent/double-opt-in.ts";
import type { GivenConsent } from "#core/consent/take-consent.ts";
import type { Awaited, LawfulBasis, Purpose } from "#core/person/consent.ts";
import type { ReasonCode } from "#core/reason/sentences.ts";
import type { Person } from "#core/person/person.ts";
import type { Stage } from "#core/person/stage.ts";
import type { Submission } from "#core/submission/submission.ts";
import type { Instant } from "#core/time/instant.ts";

interface Cause {
  /** Made from the cause: the same thing told twice has the same id, and counts once. */
  readonly id: string;
  readonly at: Instant;
  /** The merged person by whose address or mail it came: it stands in their timeline, and goes back with them if the merge is undone. */
  readonly as?: PersonId;
}

/** Something that happened to one person, whoever told us. Everything that changes a person is one of these. */
export type Fact =
  | (Cause & {
      readonly kind: "submission";
      readonly submission: Submission;
      readonly answers: Readonly<Record<string, AttributeValue>>;
      readonly consent: GivenConsent;
      readonly suppression: Suppression | undefined;
    })
  | (Cause & {
      readonly kind: "import";
      readonly importId: ImportId;
      /** In the file: the heading is line 1. */
      readonly line: number;
      readonly by: string;
      readonly row: ImportedRow;
      /** Whether the list wins over what people have told us themselves. */
      readonly overwrite: boolean;
      readonly basis?: LawfulBasis;
      /** Why they do not get the basis that the list would give. */
      readonly refused?: ReasonCode;
      readonly suppression: Suppression | undefined;
    })
  | (Cause & { readonly kind: "click"; readonly message: Message; readonly link: string; readonly by: "person" | "machine" })
  | (Cause & { readonly kind: "bounce"; readonly message: Message | undefined; readonly permanent: boolean; readonly problem: string })
  | (Cause & { readonly kind: "complaint"; readonly message: Message | undefined })
  | (Cause & {
      readonly kind: "reply";
      readonly messageId: MessageId | undefined;
      readonly subject: string;
      readonly text: string;
      readonly automatic: boolean;
    })
  | (Cause & { readonly kind: "unsubscribe"; readonly messageId: MessageId | undefined })
  | (Cause & { readonly kind: "purchase"; readonly purchase: Purchase })
  | (Cause & { readonly kind: "activity"; readonly activity: Activity })
  | (Cause & {
      readonly kind: "set";
      readonly attributes: Readonly<Record<string, AttributeValue>>;
      readonly stage: Stage | undefined;
      readonly by: string;
      /** Why, in the words of who did it by hand. */
      readonly reason?: string;
      readonly tags?: { readonly add: readonly string[]; readonly remove: readonly string[] };
      /** `null` takes it away. */
      readonly owner?: string | null;
      readonly value?: Money | null;
      /** Somebody added them by hand: what we may rest on, and whether their address must not be written to. */
      readonly arrival?: {
        readonly source: string;
        readonly consent: { readonly marketing?: LawfulBasis };
        readonly suppression: Suppression | undefined;
      };
    })
  | (Cause & { readonly kind: "note"; readonly by: string; readonly text: string })
  | (Cause & {
      readonly kind: "call";
      readonly by: string;
      readonly outcome: CallOutcome;
      readonly text: string;
      /** When to call again. */
      readonly nextAt: Instant | undefined;
    })
  | (Cause & { readonly kind: "snooze"; readonly by: string; readonly until: Instant })
  /** Takes back the latest call, snooze, note or move, named by its fact. */
  | (Cause & { readonly kind: "take-back"; readonly by: string; readonly of: string; readonly act: LastAct["kind"] })
  | (Cause & { readonly kind: "pause"; readonly by: string; readonly reason: string })
  | (Cause & { readonly kind: "resume"; readonly by: string; readonly reason: string })
  | (Cause & { readonly kind: "enter"; readonly by: string; readonly sequence: string })
  | (Cause & { readonly kind: "leave"; readonly by: string; readonly sequence: string })
  /** Another person is merged into this one: both are one human being. */
  | (Cause & { readonly kind: "merge" } & Merging)
  /** A merge is undone: the person as they would be without it. */
  | (Cause & {
      readonly kind: "unmerge";
      readonly by: string;
      readonly restored: Person;
      readonly other: PersonId;
      readonly otherEmail: string;
    })
  /** Asks once more for the yes that was waited for, or still is. */
  | (Cause & { readonly kind: "ask"; readonly awaited: Awaited; readonly rule: DoubleOptIn; readonly suppression: Suppression | undefined })
  /** The link of a confirmation mail was used. */
  | (Cause & {
      readonly kind: "confirm";
      readonly request: string;
      readonly messageId: MessageId;
      readonly ip: string | undefined;
      readonly given: LawfulBasis;
    })
  /** Nobody waits for the link any more. */
  | (Cause & { readonly kind: "lapse"; readonly request: string; readonly because: ReasonCode; readonly given: LawfulBasis })
  /** Somebody here recorded an agreement that was told to them, or a no. */
  | (Cause & {
      readonly kind: "give";
      readonly purpose: Purpose;
      readonly basis: LawfulBasis;
      readonly by: string;
      readonly reason: string;
    })
  | (Cause & { readonly kind: "withdraw"; readonly purpose: Purpose; readonly by: string; readonly reason: string })
  | (Cause & { readonly kind: "review" });

export type FactKind = Fact["kind"];
