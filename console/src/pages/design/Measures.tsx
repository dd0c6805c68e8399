import { useText } from "../../i18n/language.ts";
import { Section } from "../../parts/Section.tsx";
import { densities, elevations, motion, radii, spaces } from "../../theme/tokens.ts";

/** Distances, corners, heights, densities and durations, each as itself. */
export function Measures() {
  const { t } = useText();
  return (
    <Section title={t("design.measures")} lead={t("design.measuresLead")}>
      <div className="measures">
        <div>
          <h3>{t("design.space")}</h3>
          <dl className="specimens tight">
            {Object.entries(spaces).map(([step, rem]) => (
              <div key={step}>
                <dt>
                  {step} <span className="quiet small">{rem} rem</span>
                </dt>
                <dd>
                  <span className="bar" style={{ width: `${rem}rem` }} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <div>
          <h3>{t("design.radii")}</h3>
          <div className="row">
            {Object.entries(radii).map(([name, radius]) => (
              <span key={name} className="corner" style={{ borderRadius: radius }}>
                {name}
              </span>
            ))}
          </div>
          <h3>{t("design.elevations")}</h3>
          <div className="row">
            {Object.keys(elevations).map((name) => (
              <span key={name} className="corner" style={{ boxShadow: `var(--lift-${name})` }}>
                {name}
              </span>
            ))}
          </div>
          <h3>{t("design.motion")}</h3>
          <p className="quiet small">
            {Object.entries(motion)
              .map(([name, value]) => `${name} ${value}`)
              .join(" · ")}
          </p>
        </div>
        <div>
          <h3>{t("design.density")}</h3>
          {Object.entries(densities).map(([name, { control, "row-pad": pad }]) => (
            <ul key={name} className="card flush rows">
              {[1, 2, 3].map((line) => (
                <li key={line} className="density-row" style={{ paddingBlock: pad }}>
                  <span>{name}</span>
                  <span className="quiet small">
                    {control} · {pad}
                  </span>
                </li>
              ))}
            </ul>
          ))}
        </div>
      </div>
    </Section>
  );
}
