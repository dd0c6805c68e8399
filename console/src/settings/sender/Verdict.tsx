import type { SenderStatus } from "#contract/settings.ts";
import type { MessageId } from "../../i18n/en.ts";
import { useText } from "../../i18n/language.ts";
import { Tag } from "../../parts/Tag.tsx";

/** One thing that is so, or is not, in words. */
interface Finding {
  readonly tone: "good" | "warn" | "bad";
  readonly text: MessageId;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What all of it comes to: may mail leave, will it be believed, do replies arrive. */
export function Verdict({ sender }: { readonly sender: SenderStatus }) {
  const { t, own } = useText();
  const words = { good: t("sender.good"), warn: t("sender.warn"), bad: t("sender.bad") };
  return (
    <ul className="stack">
      {findings(sender).map(({ tone, text, values }) => (
        <li key={text} className="finding">
          <Tag tone={tone}>{words[tone]}</Tag>
          <span className="break">{t(text, values)}</span>
        </li>
      ))}
      {sender.problemText === null ? null : (
        <li className="said small">
          {t("common.technical")}
          {" · "}
          {own(sender.problemText)}
        </li>
      )}
    </ul>
  );
}

function findings(sender: SenderStatus): readonly Finding[] {
  return [identityFinding(sender), ...accountFindings(sender), ...recordFindings(sender), ...mailFromFindings(sender)];
}

function identityFinding({ identity, identityProblem, domain }: SenderStatus): Finding {
  if (identity?.maySend === true) return { tone: "good", text: "sender.verified", values: { domain: identity.name } };
  if (identity !== null) return { tone: "bad", text: "sender.notVerified", values: { domain: identity.name } };
  switch (identityProblem) {
    case "not-ours":
      return { tone: "bad", text: "sender.notOurs", values: { domain } };
    case "unanswered":
      return { tone: "warn", text: "sender.unanswered" };
    case "unknown":
    case null:
      return { tone: "bad", text: "sender.unknown", values: { domain } };
  }
}

function accountFindings({ account }: SenderStatus): readonly Finding[] {
  if (account === null) return [];
  const standing: readonly Finding[] = account.sending && account.standing !== "SHUTDOWN" ? [] : [{ tone: "bad", text: "sender.paused" }];
  const probation: readonly Finding[] = account.standing === "PROBATION" ? [{ tone: "warn", text: "sender.probation" }] : [];
  const sandbox: Finding = account.production ? { tone: "good", text: "sender.production" } : { tone: "warn", text: "sender.sandbox" };
  return [sandbox, ...standing, ...probation];
}

function recordFindings({ records }: SenderStatus): readonly Finding[] {
  const dmarc = records.find(({ purpose }) => purpose === "dmarc")?.state;
  const replies = records.find(({ purpose }) => purpose === "replies")?.state;
  return [
    ...(replies === "found"
      ? [{ tone: "good", text: "sender.repliesArrive" } as const]
      : replies === "unknown"
        ? []
        : [{ tone: "bad", text: "sender.repliesLost" } as const]),
    ...(dmarc === "found"
      ? [{ tone: "good", text: "sender.dmarc" } as const]
      : dmarc === "unknown"
        ? []
        : [{ tone: "warn", text: "sender.noDmarc" } as const]),
  ];
}

function mailFromFindings({ identity }: SenderStatus): readonly Finding[] {
  if (identity === null) return [];
  if (identity.mailFrom === null) return [{ tone: "warn", text: "sender.noMailFrom" }];
  return identity.mailFrom.state === "success"
    ? [{ tone: "good", text: "sender.mailFrom", values: { domain: identity.mailFrom.domain } }]
    : [];
}
