import type { PersonDetail } from "#contract/api.ts";
import { points } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { ScoreBar } from "../../parts/ScoreBar.tsx";

/** The score taken apart: every reason, and what it is worth today. */
export function ScoreCard({ person }: { readonly person: PersonDetail }) {
  const { t, own, language } = useText();
  return (
    <section className="card">
      <h2 style={{ marginTop: 0 }}>{t("score.why")}</h2>
      <div style={{ fontSize: "1.4rem", marginBottom: "0.8rem" }}>
        <ScoreBar score={person.score} />
      </div>
      {person.scoreReasons.length === 0 ? <p className="quiet">{t("score.none")}</p> : null}
      {(["fit", "engagement", "penalty"] as const).map((axis) => {
        const reasons = person.scoreReasons.filter((reason) => reason.axis === axis);
        if (reasons.length === 0) return null;
        return (
          <div key={axis}>
            <h3 className="quiet" style={{ fontSize: "0.9rem", margin: "0.8rem 0 0.3rem" }}>
              {t(`score.${axis}`)}
            </h3>
            <dl className="pairs">
              {reasons.map((reason) => (
                <div key={reason.rule} style={{ display: "contents" }}>
                  <dt>
                    {own(reason.text)}
                    {reason.count !== undefined && reason.count > 1 ? `, ${t("score.times", { count: reason.count })}` : ""}
                  </dt>
                  <dd>
                    <strong>{reason.points > 0 ? `+${points(reason.points, language)}` : points(reason.points, language)}</strong>
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        );
      })}
      <p className="quiet" style={{ fontSize: "0.85rem", marginBottom: 0 }}>
        {t("score.cools")}
      </p>
    </section>
  );
}
