import { join } from "node:path";
import type { Instant } from "#core/time/instant.ts";
import { type Bus, createBus, type Rule } from "#local/bus/bus.ts";
import type { BusEvent } from "#local/bus/event.ts";
import { openInvocations } from "#local/bus/invocations.ts";
import type { Closing } from "#local/closing.ts";
import type { Zone } from "#local/dns/zone.ts";
import { close, listen } from "#local/listen.ts";
import { type MailFile, openMailFile } from "#local/mail/mail-file.ts";
import { createObjectFolder } from "#local/mail/object-folder.ts";
import type { SendLimits } from "#local/mail/send-limits.ts";
import { createSes } from "#local/mail/ses.ts";
import { isOutOfOffice } from "#local/mail/simulator.ts";
import { openSuppressionList } from "#local/mail/suppression-list.ts";
import { type Act, type Acted, createActor, storeReply } from "#local/mailbox/act.ts";
import { answerAddress, type StoredMail } from "#local/mail/mail.ts";
import { names } from "#local/names.ts";
import type { Terminal } from "#local/terminal.ts";
import type { Clock } from "#local/time/clock.ts";
import { createAwsServer } from "./aws-server.ts";

/** What the mailbox simulator's `ooto` address answers. */
const outOfOffice = { text: "I am out of the office until Monday.", automatic: true };

/** SES, EventBridge and S3 on this machine, with what is theirs kept in a folder. */
export interface EmulatedAws {
  readonly endpoint: string;
  readonly bus: Bus;
  readonly mails: MailFile;
  /** Does what a mail's recipient would; done when the functions have worked on what follows. */
  readonly act: (mail: StoredMail, act: Act) => Promise<Acted>;
  /** Hands on what a stopped or killed process left, and begins to invoke functions. */
  begin(): Promise<void>;
  /** Done when no event is on its way or being worked on. */
  quiet(): Promise<void>;
}

export interface EmulatedParts {
  readonly folder: string;
  readonly rules: readonly Rule[];
  readonly invoke: (target: string, event: BusEvent) => Promise<unknown>;
  readonly clock: Clock;
  readonly limits: SendLimits;
  readonly zone: Zone;
  /** Whether mail to an address comes to us. */
  readonly receives: (address: string) => Promise<boolean>;
  readonly retryPausesMs?: readonly number[];
  readonly terminal: Terminal;
}

export async function emulateAws(parts: EmulatedParts, closing: Closing): Promise<EmulatedAws> {
  const { folder, clock, limits, zone, receives, terminal, invoke } = parts;
  const now = (): Instant => clock.now();
  const pauses = parts.retryPausesMs === undefined ? {} : { pausesMs: parts.retryPausesMs };
  const invocations = await openInvocations({ folder, invoke, terminal, ...pauses });
  closing.add(() => invocations.close());
  const bus = createBus(parts.rules, invocations, names.BUS);
  const mails = await openMailFile(folder);
  closing.add(() => mails.close());
  const suppression = await openSuppressionList(folder);
  const objects = createObjectFolder(join(folder, "inbox"), names.INBOX, bus);
  const onDelivered = async (mail: StoredMail): Promise<void> => {
    if (mail.to.some(isOutOfOffice) && (await receives(answerAddress(mail)))) await storeReply({ clock, objects }, mail, outOfOffice);
  };
  const ses = createSes({ mails, suppression, bus, limits, now, configurationSet: names.CONFIGURATION_SET, onDelivered });
  closing.add(() => ses.settled());
  const act = createActor({ clock, ses, suppression, objects, receives });
  const server = createAwsServer({ ses, suppression, zone, bus, objects, now, terminal });
  const port = await listen(server, 0);
  closing.add(() => close(server));
  // Functions that run still need all of the above.
  closing.add(() => invocations.rest());
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bus,
    mails,
    act,
    begin: async () => {
      await ses.resume();
      invocations.begin();
    },
    quiet: async () => {
      while (ses.busy() || invocations.busy()) {
        await ses.settled();
        await invocations.idle();
      }
    },
  };
}
