import { useText } from "../../i18n/language.ts";
import { Section } from "../../parts/Section.tsx";
import { fonts, sizes } from "../../theme/tokens.ts";

const inTitle: readonly string[] = ["section", "title", "figure"];

/** Every size of text in the face it is used in, and the three faces. */
export function Type() {
  const { t } = useText();
  return (
    <Section title={t("design.type")} lead={t("design.typeLead")}>
      <dl className="specimens">
        {Object.entries(sizes).map(([name, rem]) => (
          <div key={name}>
            <dt>
              {name} <span className="quiet small">{rem} rem</span>
            </dt>
            <dd style={{ fontSize: `${rem}rem`, fontFamily: inTitle.includes(name) ? fonts.title : fonts.text }}>{t("design.pangram")}</dd>
          </div>
        ))}
        <div>
          <dt>code</dt>
          <dd style={{ fontFamily: fonts.code, fontSize: `${sizes.small}rem` }}>{"{{ person.firstName | default: 'vous' }}"}</dd>
        </div>
      </dl>
    </Section>
  );
}
