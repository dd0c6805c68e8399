import type { DefinitionVersion } from "#contract/definitions.ts";
import { useText } from "../../../i18n/language.ts";
import { Act } from "../../../parts/act/Act.tsx";
import { Moment } from "../../../parts/Moment.tsx";
import { Tag } from "../../../parts/Tag.tsx";
import type { DefinitionName } from "../kinds.ts";
import { RestoreAct } from "./RestoreAct.tsx";

/** One version: when, by whom, why; what it changed, and the way back to it. */
export function VersionLine(props: {
  readonly name: DefinitionName;
  readonly version: DefinitionVersion;
  /** The version that stands now; 0 where none does. */
  readonly inForce: number;
  readonly compare: (() => void) | undefined;
  readonly taken: () => void;
}) {
  const { t } = useText();
  const { version, compare } = props;
  return (
    <div className="version">
      <div>
        <span className="strong">{t("definitions.version", { version: version.version })}</span>
        {version.inForce ? (
          <div>
            <Tag tone="good">{t("history.inForce")}</Tag>
          </div>
        ) : null}
      </div>
      <div>
        <p className="break">{version.note ?? <span className="quiet">{t("history.noNote")}</span>}</p>
        <p className="quiet small">
          <Moment at={version.publishedAt} /> · {version.by?.name ?? t("definitions.byFiles")}
        </p>
      </div>
      <div className="row">
        {compare === undefined ? null : (
          <Act size="xs" run={compare}>
            {t("history.whatChanged")}
          </Act>
        )}
        {version.inForce ? null : <RestoreAct name={props.name} version={version.version} inForce={props.inForce} taken={props.taken} />}
      </div>
    </div>
  );
}
