import type { PersonDetail } from "#contract/api.ts";
import type { MessageId } from "../../i18n/en.ts";
import { useText } from "../../i18n/language.ts";

const levels: Readonly<Record<string, MessageId | undefined>> = {
  unknown: "level.unknown",
  weak: "level.weak",
  fair: "level.fair",
  strong: "level.strong",
};

/** What they told us, and how well it meets what we look for. */
export function KnownCard({ person }: { readonly person: PersonDetail }) {
  const { t, own } = useText();
  return (
    <section className="card">
      <h2 style={{ marginTop: 0 }}>{t("person.known")}</h2>
      <dl className="pairs">
        {person.attributes.map((attribute) => (
          <div key={attribute.name} style={{ display: "contents" }}>
            <dt>{own(attribute.label)}</dt>
            <dd>{shown(attribute.value, attribute.choice === undefined ? undefined : own(attribute.choice))}</dd>
          </div>
        ))}
      </dl>
      <h2>{t("person.qualification")}</h2>
      <dl className="pairs">
        {person.qualification.map(({ criterion, label, level }) => (
          <div key={criterion} style={{ display: "contents" }}>
            <dt>{own(label)}</dt>
            <dd>{t(levels[level] ?? "level.unknown")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function shown(value: unknown, choice: string | undefined): string {
  if (choice !== undefined) return choice;
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object" && value !== null && "amount" in value && "currency" in value)
    return `${String(value.amount)} ${String(value.currency)}`;
  return String(value);
}
