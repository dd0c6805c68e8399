import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FirstRun } from "#contract/first-run.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { hasExample, publishExample, startEmpty } from "./content.ts";

/** The example to learn by, or a form and a mail of one's own to begin with. */
export function ContentStep({ facts }: { readonly facts: FirstRun }) {
  const { t } = useText();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const counts = { emails: facts.emails.length, sequences: facts.sequences.length, forms: facts.forms.length };
  const isNothing = counts.emails + counts.sequences + counts.forms === 0;
  const then = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } finally {
      await queries.invalidateQueries();
    }
  };
  const empty = (): Promise<void> =>
    then(startEmpty(facts, { note: t("firstRun.emptyNote"), mail: t("firstRun.mailName"), form: "contact" }));
  if (isNothing)
    return (
      <div className="stack">
        <p>{t("firstRun.choose")}</p>
        <div className="choices">
          <div>
            <Act
              tone="main"
              permission="definitions:publish"
              whyNot={facts.sender === null ? t("firstRun.senderFirst") : undefined}
              run={() => then(publishExample(t("firstRun.exampleNote")))}
            >
              {t("firstRun.example")}
            </Act>
            <p className="quiet small">{t("firstRun.exampleIs")}</p>
          </div>
          <div>
            <Act permission="definitions:publish" whyNot={facts.sender === null ? t("firstRun.senderFirst") : undefined} run={empty}>
              {t("firstRun.empty")}
            </Act>
            <p className="quiet small">{t("firstRun.emptyIs")}</p>
          </div>
        </div>
      </div>
    );
  return (
    <div className="stack">
      <p>{hasExample(facts) ? t("firstRun.hasExample", counts) : t("firstRun.hasOwn", counts)}</p>
      {hasExample(facts) ? (
        <div>
          <Act permission="definitions:publish" run={() => setAsking(true)}>
            {t("firstRun.empty")}
          </Act>
        </div>
      ) : null}
      <Dialog isOpen={isAsking} close={() => setAsking(false)} title={t("firstRun.emptyTitle")}>
        <div className="stack">
          <p>{t("firstRun.emptyAsk")}</p>
          <div className="row end">
            <Act tone="quiet" run={() => setAsking(false)}>
              {t("common.cancel")}
            </Act>
            <Act tone="main" permission="definitions:publish" run={() => empty().then(() => setAsking(false))}>
              {t("firstRun.empty")}
            </Act>
          </div>
        </div>
      </Dialog>
    </div>
  );
}
