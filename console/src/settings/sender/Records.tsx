import type { DnsRecordView, SenderStatus } from "#contract/settings.ts";
import { useText } from "../../i18n/language.ts";
import { CopyButton } from "../../parts/CopyButton.tsx";
import { Section } from "../../parts/Section.tsx";
import { Tag } from "../../parts/Tag.tsx";

const tones = { found: "good", missing: "bad", different: "bad", unknown: "plain" } as const;

/** The records of the domain, each with what it is for and what the world finds; and the letter that asks for those amiss. */
export function Records({ sender }: { readonly sender: SenderStatus }) {
  const { t } = useText();
  const amiss = sender.records.filter(({ state }) => state === "missing" || state === "different");
  const letter =
    amiss.length === 0 ? null : <CopyButton text={letterFor(amiss, sender, t)} of={t("sender.theLetter")} label={t("sender.copyLetter")} />;
  return (
    <Section title={t("sender.records")} lead={t("sender.recordsLead", { count: amiss.length })} actions={letter}>
      <ul className="card flush rows">
        {sender.records.map((record) => (
          <li key={`${record.purpose} ${record.name}`} className="record">
            <RecordLine record={record} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RecordLine({ record }: { readonly record: DnsRecordView }) {
  const { t } = useText();
  const { type, name, value, state, found, purpose, required } = record;
  const isWarning = !required && (state === "missing" || state === "different");
  return (
    <>
      <div className="row">
        <Tag tone={isWarning ? "warn" : tones[state]}>{t(`sender.state.${state}`)}</Tag>
        <span className="strong">{t(`sender.for.${purpose}`)}</span>
        {required ? null : <span className="quiet small">{t("sender.optional")}</span>}
      </div>
      <p className="quiet small">{t(`sender.why.${purpose}`)}</p>
      <dl className="record-parts">
        <div>
          <dt>{t("sender.type")}</dt>
          <dd>{type}</dd>
        </div>
        <div>
          <dt>{t("sender.name")}</dt>
          <dd className="record-text">{name}</dd>
          <dd>
            <CopyButton text={name} of={t("sender.nameOf", { name })} />
          </dd>
        </div>
        <div>
          <dt>{t("sender.value")}</dt>
          <dd className="record-text">{value}</dd>
          <dd>
            <CopyButton text={value} of={t("sender.valueOf", { name })} />
          </dd>
        </div>
        {state === "different" ? (
          <div>
            <dt>{t("sender.found")}</dt>
            <dd className="record-text">{found.join("\n")}</dd>
          </div>
        ) : null}
      </dl>
    </>
  );
}

/** What one forwards to the hosting company: it says all they need, and nothing of us beside. */
function letterFor(records: readonly DnsRecordView[], { domain }: SenderStatus, t: ReturnType<typeof useText>["t"]): string {
  const lines = records.map(({ type, name, value, purpose, state, found }) =>
    [
      `${t(`sender.for.${purpose}`)}`,
      `  ${t("sender.type")}: ${type}`,
      `  ${t("sender.name")}: ${name}`,
      `  ${t("sender.value")}: ${value}`,
      ...(state === "different" ? [`  ${t("sender.found")}: ${found.join(" ; ")}`] : []),
    ].join("\n"),
  );
  return [t("sender.letterHead", { domain }), ...lines, t("sender.letterFoot")].join("\n\n");
}
