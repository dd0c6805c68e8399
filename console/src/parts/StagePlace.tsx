import type { PersonSummary } from "#contract/api.ts";
import { useText } from "../i18n/language.ts";

const order = ["awareness", "connection", "qualification", "proposal", "negotiation", "won"] as const;

/** The place of a stage among the six, from 1; 0 is `lost`, which stands outside. */
const placeOf = (stage: PersonSummary["stage"]): number => order.findIndex((one) => one === stage) + 1;

/** A stage by its name and its place among the six. */
export function StagePlace({ stage }: { readonly stage: PersonSummary["stage"] }) {
  const { t } = useText();
  const place = placeOf(stage);
  return (
    <span className="place">
      <svg width="76" height="6" viewBox="0 0 76 6" role="img" aria-label={place === 0 ? t("stage.lost") : t("stage.place", { place })}>
        {order.map((one, index) => (
          <rect key={one} x={index * 13} width="11" height="6" rx="3" fill={index < place ? "var(--fit)" : "var(--line)"} />
        ))}
      </svg>
      <span className="clip small">{t(`stage.${stage}`)}</span>
    </span>
  );
}

/** The whole way, and how far somebody has come. */
export function StageTrack({ stage }: { readonly stage: PersonSummary["stage"] }) {
  const { t } = useText();
  const place = placeOf(stage);
  return (
    <div>
      <ol className="track" aria-label={place === 0 ? t("stage.lost") : t("stage.place", { place })}>
        {order.map((one, index) => (
          <li key={one} data-reached={index < place ? true : undefined} aria-current={index + 1 === place ? "step" : undefined}>
            <span>{t(`stage.${one}`)}</span>
          </li>
        ))}
      </ol>
      <strong className="track-name">{t(`stage.${stage}`)}</strong>
    </div>
  );
}
