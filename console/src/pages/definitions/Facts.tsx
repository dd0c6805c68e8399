import type { DefinitionText } from "#contract/definitions.ts";
import { useText } from "../../i18n/language.ts";
import { Moment } from "../../parts/Moment.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { DefinitionLink } from "./DefinitionLink.tsx";
import type { DefinitionName } from "./kinds.ts";

/** What is in force, since when and by whom, and what uses it. */
export function Facts(props: {
  readonly name: DefinitionName;
  readonly inForce: DefinitionText | undefined;
  readonly usedBy: readonly DefinitionName[];
}) {
  const { t } = useText();
  const { inForce, name, usedBy } = props;
  return (
    <div className="facts">
      {inForce === undefined ? (
        <Tag tone="warn">{t("definitions.notPublished")}</Tag>
      ) : (
        <>
          <Tag tone="good">{t("definitions.version", { version: inForce.version })}</Tag>
          <span>
            <Moment at={inForce.publishedAt} /> · {inForce.by?.name ?? t("definitions.byFiles")}
          </span>
          {inForce.note === null ? null : <span className="break">{t("definitions.noted", { note: inForce.note })}</span>}
        </>
      )}
      {name.name === "default" ? null : <span className="plain-code">{name.name}</span>}
      {usedBy.length === 0 ? null : (
        <span className="row">
          {t("definitions.usedBy")}
          {usedBy.map((other) => (
            <DefinitionLink key={`${other.kind} ${other.name}`} to={other}>
              {other.name}
            </DefinitionLink>
          ))}
        </span>
      )}
    </div>
  );
}
