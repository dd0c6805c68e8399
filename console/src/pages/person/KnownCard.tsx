import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import { useText } from "../../i18n/language.ts";
import { sourceName } from "../../i18n/source-name.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Section } from "../../parts/Section.tsx";
import { AnswersDialog } from "./AnswersDialog.tsx";
import { shownValue } from "./shown-value.ts";

/** What they told us; where and when they did, on hover. */
export function KnownCard({ person }: { readonly person: PersonDetail }) {
  const { t, own, locale } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={t("person.known")}
      actions={
        <Act run={() => setOpen(true)} icon={IconPencil} permission="people:change" tone="quiet" size="xs">
          {t("person.knownEdit")}
        </Act>
      }
    >
      {person.attributes.length === 0 ? <p className="quiet">{t("person.nothing")}</p> : null}
      <dl className="pairs">
        {person.attributes.map((attribute) => (
          <div key={attribute.name}>
            <dt className="break">{own(attribute.label)}</dt>
            <dd title={t("person.source", { source: sourceName(attribute.from, t) })}>
              {attribute.choice === undefined
                ? shownValue(attribute.value, locale, { yes: t("person.yes"), no: t("person.no") })
                : own(attribute.choice)}
            </dd>
          </div>
        ))}
      </dl>
      {isOpen ? <AnswersDialog person={person} close={() => setOpen(false)} /> : null}
    </Section>
  );
}
