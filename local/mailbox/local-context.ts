import type { DueIndex } from "#core/ports/due-index.ts";
import type { Bus } from "#local/bus/bus.ts";
import type { Guard } from "#local/gateway/guard.ts";
import type { MailFile } from "#local/mail/mail-file.ts";
import type { StoredMail } from "#local/mail/mail.ts";
import type { Advanced } from "#local/time/advance-clock.ts";
import type { Clock } from "#local/time/clock.ts";
import type { Act, Acted } from "./act.ts";

/** What the pages and the routes under `/local` stand on. */
export interface LocalContext {
  readonly guard: Guard;
  readonly mails: MailFile;
  readonly act: (mail: StoredMail, act: Act) => Promise<Acted>;
  readonly clock: Clock;
  /** Moves the clock by milliseconds, or to the next thing due. */
  readonly advance: (by: number | "next") => Promise<Advanced>;
  readonly due: Pick<DueIndex, "upcoming">;
  readonly bus: Bus;
}
