import type { PersonDetail } from "#contract/api.ts";
import type { MessageId } from "../../i18n/en.ts";
import { useText } from "../../i18n/language.ts";
import { Section } from "../../parts/Section.tsx";

/** Each level by its name, and how many of three marks it fills. */
const levels: Readonly<Record<string, readonly [MessageId, number] | undefined>> = {
  unknown: ["level.unknown", 0],
  weak: ["level.weak", 1],
  fair: ["level.fair", 2],
  strong: ["level.strong", 3],
};

/** How well they meet what we look for, criterion by criterion. */
export function QualificationCard({ person }: { readonly person: PersonDetail }) {
  const { t, own } = useText();
  return (
    <Section title={t("person.qualification")}>
      <dl className="pairs">
        {person.qualification.map(({ criterion, label, level }) => {
          const [name, marks] = levels[level] ?? (["level.unknown", 0] as const);
          return (
            <div key={criterion}>
              <dt>{own(label)}</dt>
              <dd className={marks === 0 ? "level quiet" : "level"}>
                {t(name)}
                <svg width="30" height="8" viewBox="0 0 30 8" aria-hidden="true">
                  {[1, 2, 3].map((mark) => (
                    <rect key={mark} x={(mark - 1) * 11} width="8" height="8" rx="4" fill={mark <= marks ? "var(--fit)" : "var(--line)"} />
                  ))}
                </svg>
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
