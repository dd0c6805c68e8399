import { useText } from "../../i18n/language.ts";
import { dateTime } from "../../i18n/formats.ts";
import { Act } from "../../parts/act/Act.tsx";
import type { Draft } from "./use-draft.ts";

/** Says that what is shown is not published yet, and leads back to what is in force. */
export function DraftNotice({ draft, isNew }: { readonly draft: Draft; readonly isNew: boolean }) {
  const { t, locale } = useText();
  if (!draft.isChanged) return null;
  const told =
    draft.foundFrom === undefined ? t("definitions.draft") : t("definitions.draftFound", { when: dateTime(draft.foundFrom, locale) });
  return (
    <div className="note-bar" role="status">
      <p>{told}</p>
      <div className="row">
        <Act size="xs" run={draft.discard}>
          {t(isNew ? "definitions.backToStarter" : "definitions.discard")}
        </Act>
      </div>
    </div>
  );
}
