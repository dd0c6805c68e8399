import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import { money, points } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { sourceName } from "../../i18n/source-name.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Section } from "../../parts/Section.tsx";
import { AnswersDialog } from "./AnswersDialog.tsx";

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
              {attribute.choice === undefined ? shown(attribute.value, locale) : own(attribute.choice)}
            </dd>
          </div>
        ))}
      </dl>
      {isOpen ? <AnswersDialog person={person} close={() => setOpen(false)} /> : null}
    </Section>
  );
}

/** A value of an attribute as it is read: text, number, list, or an amount with its currency. */
function shown(value: unknown, locale: string): string {
  if (Array.isArray(value)) return value.map((one) => shown(one, locale)).join(", ");
  if (typeof value === "number") return points(value, locale);
  if (typeof value !== "object" || value === null) return String(value);
  if ("amount" in value && "currency" in value && typeof value.amount === "number" && isCurrency(value.currency))
    return money(value.amount, value.currency, locale);
  return JSON.stringify(value);
}

function isCurrency(value: unknown): value is string {
  return typeof value === "string" && /^[A-Z]{3}$/.test(value);
}
