import { IconArrowBackUp } from "@tabler/icons-react";
import type { PersonDetail } from "#contract/api.ts";
import { date } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { useMergeActs } from "./merge-acts.ts";

/** With whom somebody was merged, and the way back while there is one. */
export function MergedNotice({ person }: { readonly person: PersonDetail }) {
  const { t, locale } = useText();
  const { undo } = useMergeActs();
  if (person.mergedFrom.length === 0) return null;
  return (
    <div className="notice" data-tone="plain">
      {person.mergedFrom.map(({ id, email, at, by, undoUntil }) => (
        <div key={id}>
          <p className="break">{t("merge.from", { email, at: date(at, locale), by })}</p>
          {undoUntil === null ? null : (
            <div className="row">
              <span className="small">{t("merge.undoUntil", { at: date(undoUntil, locale) })}</span>
              <Act run={() => undo(person.id)} icon={IconArrowBackUp} permission="people:change" size="xs">
                {t("merge.undo")}
              </Act>
            </div>
          )}
        </div>
      ))}
      {person.aliases.length === 0 ? null : <p className="small break">{t("merge.aliases", { addresses: person.aliases.join(", ") })}</p>}
    </div>
  );
}
