import { type ComplaintStanding, complaintStanding } from "./complaint-standing.ts";
import { type CountRow, readDayRow, totals } from "./count.ts";
import { notices } from "./count-mail.ts";
import { type MailboxGroup, mailboxGroups } from "./mailbox-group.ts";
import { grouped } from "./people-insight.ts";
import { rateOf, type Rate } from "./rate.ts";
import type { Span } from "./span.ts";

/** What became of the mails that left, each counted under the day it left. */
export interface MailFigures {
  readonly sent: number;
  /** Left and did not come back: SES tells of each mail that a mailbox would not have, and of no other. */
  readonly delivered: number;
  /** The address is not there, or takes nothing from us for good. */
  readonly bouncedForGood: number;
  /** The mailbox was full, or away, until SES gave up. */
  readonly bouncedForNow: number;
  readonly complained: number;
  readonly unsubscribed: number;
}

export interface MailHealth extends MailFigures {
  readonly bounces: Rate;
  readonly complaints: Rate;
  readonly standing: ComplaintStanding;
}

export interface MailInsight {
  readonly days: readonly ({ readonly day: string } & MailFigures)[];
  /** Mails to people, by who runs their mailbox: each of them judges a sender apart. Groups without a mail are left out. */
  readonly groups: readonly ({ readonly group: MailboxGroup } & MailHealth)[];
  readonly total: MailHealth;
  /** Mails to ourselves: they cost as much, and tell nothing of how mailboxes take us. */
  readonly notices: number;
}

export function mailInsight(rows: readonly CountRow[], span: Span): MailInsight {
  const toPeople = rows.filter(({ row }) => readDayRow(row).of !== notices);
  const byDay = grouped(toPeople, (row) => readDayRow(row).day);
  const byGroup = grouped(toPeople, (row) => readDayRow(row).of);
  return {
    days: span.days.map((day) => ({ day, ...figuresOf(byDay.get(day) ?? []) })),
    groups: mailboxGroups.flatMap((group) => {
      const health = healthOf(byGroup.get(group) ?? []);
      return health.sent === 0 ? [] : [{ group, ...health }];
    }),
    total: healthOf(toPeople),
    notices: figuresOf(rows.filter(({ row }) => readDayRow(row).of === notices)).sent,
  };
}

function healthOf(rows: readonly CountRow[]): MailHealth {
  const figures = figuresOf(rows);
  const bounced = figures.bouncedForGood + figures.bouncedForNow;
  return {
    ...figures,
    bounces: rateOf(bounced, figures.sent),
    complaints: rateOf(figures.complained, figures.delivered),
    standing: complaintStanding(figures.complained, figures.delivered),
  };
}

function figuresOf(rows: readonly CountRow[]): MailFigures {
  const sums = totals(rows);
  const of = (counter: string): number => sums[counter] ?? 0;
  const sent = Math.max(0, of("sent") - of("rejected"));
  const [bouncedForGood, bouncedForNow] = [of("bounced_permanent"), of("bounced_transient")];
  return {
    sent,
    delivered: Math.max(0, sent - bouncedForGood - bouncedForNow),
    bouncedForGood,
    bouncedForNow,
    complained: of("complained"),
    unsubscribed: of("unsubscribed"),
  };
}
