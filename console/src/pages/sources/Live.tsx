import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { Section } from "../../parts/Section.tsx";
import { exact } from "../../i18n/formats.ts";
import type { ask } from "./ask.ts";
import { arrivalText } from "./problem-text.ts";
import { StatusTag } from "./HealthTag.tsx";

type Arrived = Awaited<ReturnType<typeof ask.arrivals>>;

/** What has arrived since the source was made, as it arrives. */
export function Live({ arrivals, look }: { readonly arrivals: Arrived | undefined; readonly look: () => void }) {
  const { t, own, locale } = useText();
  if (arrivals === undefined) return null;
  const { recent, refused, ignored, health } = arrivals;
  return (
    <Section title={t("sources.live")}>
      <div className="stack" aria-live="polite">
        {recent.length === 0 ? (
          <div>
            <p className="strong">{t("sources.waiting")}</p>
            <p className="quiet">{t("sources.waitingText")}</p>
          </div>
        ) : (
          recent.map((one) => (
            <div key={one.id} className="row">
              <StatusTag status={one.status} />
              <span className="break">{one.extracted.email ?? arrivalText({ t, own }, one) ?? t("sources.nobody")}</span>
              <span className="quiet small">
                <Moment at={one.receivedAt} />
              </span>
            </div>
          ))
        )}
        {refused === null || health !== "refused" ? null : (
          <p className="notice">{t("sources.refusedText", { when: exact(refused.lastAt, locale) })}</p>
        )}
        {ignored === null || recent.length > 0 ? null : <p>{t("sources.ignoredText", { because: ignored.because ?? "" })}</p>}
        {recent.length === 0 ? null : (
          <div>
            <Act tone="main" run={look}>
              {t("sources.look")}
            </Act>
          </div>
        )}
      </div>
    </Section>
  );
}
