import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { compileScoring } from "#core/score/compile-scoring.ts";
import type { Scoring } from "#core/score/scoring.ts";
import { criterionTexts } from "#core/person/qualification.ts";
import { change } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { Section } from "../../parts/Section.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { nothingKnown } from "../definitions/completion/knowledge.ts";
import { useKnowledge } from "../definitions/use-knowledge.ts";
import { ConditionText } from "./ConditionText.tsx";

const day = 86_400_000;
const tones = { strong: "good", fair: "act", weak: "warn", unknown: "plain" } as const;

/** The rules of scoring as sentences, for whoever does not read YAML: what earns how much, for how long, and on which condition. */
export function RulesInWords({ files, file }: { readonly files: Readonly<Record<string, string>>; readonly file: string }) {
  const { t } = useText();
  const knowledge = useKnowledge();
  // Before it is known what a person is, every condition would seem to speak of what is not there.
  if (knowledge === nothingKnown) return <Loading shape="cards" />;
  const { declarations } = knowledge;
  const compiled = compileScoring(file, files[file] ?? "", declarations);
  if (compiled.kind === "problems")
    return (
      <Empty icon={IconAlertTriangle} title={t("rules.unreadable")}>
        {t("rules.unreadableText")}
      </Empty>
    );
  const { fit, engagement, qualification, halfLife } = compiled.artefact;
  return (
    <div className="stack">
      <Section title={t("rules.fit")} lead={t("rules.fitLead")} flush>
        <ul className="rows">
          {fit.map(({ id, points, text, when }) => (
            <Rule key={id} points={points} text={text}>
              <ConditionText condition={when} scope="person" declarations={declarations} />
            </Rule>
          ))}
        </ul>
      </Section>
      <Section title={t("rules.engagement")} lead={t("rules.engagementLead", { days: Math.round(halfLife / day) })} flush>
        <ul className="rows">
          {engagement.map(({ id, on, points, text, when }) => (
            <Rule key={id} points={points} text={text}>
              {t(`rules.on.${on}`)}
              {when === undefined ? null : (
                <>
                  {t("rules.and")}
                  <ConditionText condition={when} scope="event" declarations={declarations} />
                </>
              )}
              {` · ${points > 0 ? t("rules.fades", { days: Math.round(halfLife / day) }) : t("rules.stays")}`}
            </Rule>
          ))}
        </ul>
      </Section>
      <Qualification rules={qualification}>
        {(when) => <ConditionText condition={when} scope="person" declarations={declarations} />}
      </Qualification>
    </div>
  );
}

function Rule(props: {
  readonly points: number;
  readonly text: { readonly en: string; readonly fr: string };
  readonly children: ReactNode;
}) {
  const { own, locale } = useText();
  return (
    <li className="rule">
      <span className={props.points < 0 ? "figures minus" : "figures plus"}>{change(props.points, locale)}</span>
      <span className="strong">{own(props.text)}</span>
      <span className="quiet small">{props.children}</span>
    </li>
  );
}

function Qualification(props: { readonly rules: Scoring["qualification"]; readonly children: (when: string) => ReactNode }) {
  const { t, own } = useText();
  return (
    <Section title={t("rules.qualification")} lead={t("rules.qualificationLead")} flush>
      {[...Map.groupBy(props.rules, ({ criterion }) => criterion)].map(([criterion, rules]) => (
        <section key={criterion}>
          <h3 className="rules-group">{own(criterionTexts[criterion])}</h3>
          <ul className="rows">
            {rules.map(({ id, level, text, when }) => (
              <li key={id} className="rule level">
                <span>
                  <Tag tone={tones[level]}>{t(`level.${level}`)}</Tag>
                </span>
                <span className="strong">{own(text)}</span>
                <span className="quiet small">{props.children(when)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Section>
  );
}
