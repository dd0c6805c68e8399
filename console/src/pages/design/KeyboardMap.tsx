import { usePlaces } from "../../frame/use-places.ts";
import { useText } from "../../i18n/language.ts";
import { usePageActs } from "../../keys/use-page-acts.ts";
import { printed } from "../../keys/read-keys.ts";
import { KeyHint } from "../../parts/KeyHint.tsx";
import { Section } from "../../parts/Section.tsx";

/** Every key that does something on this page, as the acts themselves say. */
export function KeyboardMap() {
  const { t } = useText();
  const pages = usePlaces().flatMap(({ keys, label }) => (keys === undefined ? [] : [{ keys, label: t(label) }]));
  const acts = usePageActs().flatMap(({ keys, label }) => (keys === undefined ? [] : [{ keys, label }]));
  const all = [...new Map([...pages, ...acts].map((line) => [`${line.keys} ${line.label}`, line] as const)).values()];
  return (
    <Section title={t("keys.title")} lead={t("design.keysLead")}>
      <dl className="key-list">
        {all.map(({ keys, label }) => (
          <div key={`${keys} ${label}`}>
            <dt>{label}</dt>
            <dd>
              <KeyHint keys={keys} />
              <span className="for-ears">{printed(keys, false).join(" ")}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
