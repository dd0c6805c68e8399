import type { PersonSummary } from "#contract/api.ts";
import { useText } from "../i18n/language.ts";

const order = ["awareness", "connection", "qualification", "proposal", "negotiation", "won"] as const;

/** A stage by its name and its place among the six. */
export function StagePlace({ stage }: { readonly stage: PersonSummary["stage"] }) {
  const { t } = useText();
  const place = order.findIndex((one) => one === stage) + 1;
  return (
    <span>
      <svg width="66" height="8" viewBox="0 0 66 8" role="img" aria-label={place === 0 ? t("stage.lost") : t("stage.place", { place })}>
        {order.map((one, index) => (
          <rect key={one} x={index * 11} y="1" width="9" height="6" rx="3" fill={index < place ? "var(--fit)" : "var(--line)"} />
        ))}
      </svg>
      <span className="clip" style={{ display: "block" }}>
        {t(`stage.${stage}`)}
      </span>
    </span>
  );
}
