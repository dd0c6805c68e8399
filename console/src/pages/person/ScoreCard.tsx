import type { PersonDetail } from "#contract/api.ts";
import { change } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Moment } from "../../parts/Moment.tsx";
import { ScoreBar, ScoreLegend } from "../../parts/ScoreBar.tsx";
import { Section } from "../../parts/Section.tsx";

/** The score taken apart: every reason, and what it is worth today. */
export function ScoreCard({ person }: { readonly person: PersonDetail }) {
  const { t } = useText();
  return (
    <Section title={t("score.why")}>
      <div className="stack">
        <ScoreBar score={person.score} large />
        <ScoreLegend />
        {person.scoreReasons.length === 0 ? <p className="quiet">{t("score.none")}</p> : null}
        {(["fit", "engagement", "penalty"] as const).map((axis) => (
          <Axis key={axis} axis={axis} reasons={person.scoreReasons.filter((reason) => reason.axis === axis)} />
        ))}
        <p className="quiet small">{t("score.cools")}</p>
      </div>
    </Section>
  );
}

function Axis({ axis, reasons }: { readonly axis: "fit" | "engagement" | "penalty"; readonly reasons: PersonDetail["scoreReasons"] }) {
  const { t, own, locale } = useText();
  if (reasons.length === 0) return null;
  return (
    <div>
      <h3>{t(`score.${axis}`)}</h3>
      <dl className="pairs reasons">
        {reasons.map((reason) => (
          <div key={reason.rule}>
            <dt className="break">
              {own(reason.text)}
              {reason.count === undefined || reason.lastAt === undefined ? null : (
                <span className="quiet small">
                  {" "}
                  {t("score.times", { count: reason.count })}, <Moment at={reason.lastAt} />
                </span>
              )}
            </dt>
            <dd className="strong figures">{change(reason.points, locale)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
