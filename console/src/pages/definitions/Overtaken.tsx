import type { DefinitionText } from "#contract/definitions.ts";
import { exact } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import type { Draft } from "./use-draft.ts";

/** Somebody published another version since this text was begun. Nothing is lost: one compares, and decides. */
export function Overtaken(props: { readonly draft: Draft; readonly inForce: DefinitionText | undefined; readonly compare: () => void }) {
  const { t, locale } = useText();
  const { draft, inForce } = props;
  if (inForce === undefined) return null;
  const who = inForce.by?.name ?? t("definitions.byFiles");
  return (
    <div className="note-bar" data-tone="warn" role="alert">
      <p>
        <strong>{t("definitions.overtaken", { version: inForce.version, who })}</strong>
      </p>
      <p>
        {exact(inForce.publishedAt, locale)}
        {inForce.note === null ? "" : ` · ${t("definitions.noted", { note: inForce.note })}`}
      </p>
      <p>{t("definitions.overtakenText", { base: draft.base, version: inForce.version })}</p>
      <div className="row">
        <Act size="xs" tone="main" run={props.compare}>
          {t("definitions.compareWithTheirs")}
        </Act>
        <Act size="xs" run={() => draft.take(draft.files, inForce.version)}>
          {t("definitions.keepMine")}
        </Act>
        <Act size="xs" tone="danger" run={draft.discard}>
          {t("definitions.takeTheirs")}
        </Act>
      </div>
    </div>
  );
}
