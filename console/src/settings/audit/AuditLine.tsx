import { Link } from "@tanstack/react-router";
import type { AuditView } from "#contract/api.ts";
import { changesBetween } from "#core/audit/changes-between.ts";
import { useText } from "../../i18n/language.ts";
import { Moment } from "../../parts/Moment.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { actionName, fieldName, subjectName, valueName } from "./names.ts";

/** One change: who, what, to what; and each value that is another now, the old one struck out. */
export function AuditLine({ entry }: { readonly entry: AuditView }) {
  const { t, locale } = useText();
  const changes = changesBetween(entry.from, entry.to);
  return (
    <li>
      <div className="log-line">
        <p className="break">
          <span className="strong">{entry.by.name}</span>
          {entry.by.kind === "key" ? <Tag>{t("log.byKey")}</Tag> : null} · {actionName(entry.action, t)} ·{" "}
          <Subject subject={entry.subject} />
        </p>
        <span className="quiet small">
          <Moment at={entry.at} />
        </span>
      </div>
      {changes.length === 0 ? null : (
        <dl className="changes">
          {changes.map(({ path, from, to }) => (
            <div key={path}>
              {path === "" ? null : <dt>{fieldName(path, t)}</dt>}
              <dd>
                {from === undefined ? null : <del>{valueName(path, from, t, locale)}</del>}
                {from === undefined || to === undefined ? null : <span aria-hidden>→</span>}
                {to === undefined ? null : <ins>{valueName(path, to, t, locale)}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {entry.reason === null ? null : <p className="quiet small break">{t("log.because", { reason: entry.reason })}</p>}
    </li>
  );
}

function Subject({ subject }: { readonly subject: AuditView["subject"] }) {
  const { t } = useText();
  const kind = subjectName(subject.kind, t);
  if (subject.kind === "person" && subject.id.startsWith("per_"))
    return (
      <Link to="/people/$id" params={{ id: subject.id }}>
        {kind}
      </Link>
    );
  const isReadable = !/^[a-z]+_[0-9A-Z]{20,}$/.test(subject.id) && subject.id.length < 60;
  return (
    <>
      {kind}
      {isReadable ? ` ${subject.id}` : ""}
    </>
  );
}
