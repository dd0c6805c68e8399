import { IconDownload, IconMailForward, IconPencilPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import { dateTime } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { sourceName } from "../../i18n/source-name.ts";
import { Act } from "../../parts/act/Act.tsx";
import { ReasonDialog } from "../../parts/act/ReasonDialog.tsx";
import { Section } from "../../parts/Section.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { ConsentHistory } from "./ConsentHistory.tsx";
import { GiveConsentDialog } from "./GiveConsentDialog.tsx";
import { type Purpose, useConsentActs } from "./use-consent-acts.ts";

/** On what basis we may write, with its proof: what stands, what is waited for, all that happened before, and what one may do. */
export function ConsentCard({ person }: { readonly person: PersonDetail }) {
  const { t } = useText();
  const [isGiving, setGiving] = useState(false);
  const [withdrawn, setWithdrawn] = useState<Purpose>();
  const acts = useConsentActs(person);
  return (
    <Section title={t("person.consent")}>
      {person.consent.length === 0 && person.awaited === null ? <p>{t("person.noConsent")}</p> : null}
      <div className="parts">
        {person.awaited === null ? null : (
          <Awaited awaited={person.awaited} again={acts.askAgain} withdraw={() => setWithdrawn("marketing")} />
        )}
        {person.consent.map((basis) => (
          <Basis key={basis.purpose} basis={basis} withdraw={() => setWithdrawn(basis.purpose)} />
        ))}
      </div>
      <div className="stack consent-acts">
        <ConsentHistory id={person.id} />
        <div className="row">
          <Act run={() => setGiving(true)} icon={IconPencilPlus} size="xs" permission="people:change">
            {t("consent.record")}
          </Act>
          <Act run={acts.proof} icon={IconDownload} size="xs" permission="people:export">
            {t("consent.proof")}
          </Act>
        </div>
      </div>
      {isGiving ? <GiveConsentDialog name={person.name} close={() => setGiving(false)} give={acts.give} /> : null}
      {withdrawn === undefined ? null : (
        <ReasonDialog
          isOpen
          close={() => setWithdrawn(undefined)}
          title={t("consent.withdrawTitle", { name: person.name })}
          confirm={t("consent.withdraw")}
          isDanger
          run={(reason) => acts.withdraw(withdrawn, reason)}
        >
          <p>{t(`consent.withdrawMeans.${withdrawn}`)}</p>
        </ReasonDialog>
      )}
    </Section>
  );
}

/** A box was ticked and the second yes has not come yet: until when, and what can be done meanwhile. */
function Awaited(props: {
  readonly awaited: NonNullable<PersonDetail["awaited"]>;
  readonly again: () => Promise<void>;
  readonly withdraw: () => void;
}) {
  const { t, locale } = useText();
  const { since, until, source, text } = props.awaited;
  return (
    <div className="stack">
      <div>
        <div className="row">
          <span className="strong">{t("person.purpose.marketing")}</span>
          <Tag tone="act">{t("consent.awaited")}</Tag>
        </div>
        <p className="quiet small">
          {dateTime(since, locale)}, {t("person.source", { source: sourceName(source, t) })}
        </p>
      </div>
      <p className="small">{t("consent.awaitedUntil", { date: dateTime(until, locale) })}</p>
      {text === null ? null : <p className="said small">{text}</p>}
      <div className="row">
        <Act run={props.again} icon={IconMailForward} size="xs" permission="people:change">
          {t("consent.askAgain")}
        </Act>
        <Act run={props.withdraw} size="xs" permission="people:change" tone="danger">
          {t("consent.withdraw")}
        </Act>
      </div>
    </div>
  );
}

function Basis({ basis, withdraw }: { readonly basis: PersonDetail["consent"][number]; readonly withdraw: () => void }) {
  const { t, locale } = useText();
  const evidence = [
    ["consent.confirmedAt", basis.confirmedAt === null ? null : dateTime(basis.confirmedAt, locale)],
    ["consent.how", basis.how === null ? null : t(`consent.way.${basis.how}`)],
    ["consent.by", basis.by],
    ["consent.version", basis.textVersion],
    ["consent.formVersion", basis.formVersion],
    ["consent.submission", basis.submissionId],
    ["consent.ip", basis.ip],
  ] as const;
  return (
    <div className="stack">
      <div>
        <div className="row">
          <span className="strong">{t(`person.purpose.${basis.purpose}`)}</span>
          {basis.withdrawnAt === null ? (
            <Tag tone="good">{t(basis.basis === "consent" ? "person.basis.consent" : "person.basis.legitimate-interest")}</Tag>
          ) : (
            <Tag tone="bad">{t("person.withdrawn", { date: dateTime(basis.withdrawnAt, locale) })}</Tag>
          )}
          {basis.confirmedAt === null || basis.withdrawnAt !== null ? null : <Tag tone="good">{t("consent.confirmed")}</Tag>}
        </div>
        <p className="quiet small">
          {dateTime(basis.at, locale)}, {t("person.source", { source: sourceName(basis.source, t) })}
        </p>
      </div>
      {basis.text === null ? null : <p className="said small">{basis.text}</p>}
      {evidence.every(([, value]) => value === null) ? null : (
        <details className="small">
          <summary>{t("consent.evidence")}</summary>
          <dl className="pairs evidence">
            {evidence.map(([name, value]) =>
              value === null ? null : (
                <div key={name}>
                  <dt>{t(name)}</dt>
                  <dd>{value}</dd>
                </div>
              ),
            )}
          </dl>
        </details>
      )}
      {basis.withdrawnAt === null ? (
        <div className="row">
          <Act run={withdraw} size="xs" permission="people:change" tone="danger">
            {t("consent.withdraw")}
          </Act>
        </div>
      ) : null}
    </div>
  );
}
