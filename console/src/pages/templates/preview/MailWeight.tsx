import { gmailClip } from "#core/email/gmail-clip.ts";
import { useText } from "../../../i18n/language.ts";

/** From here on a person with a long name, or links made longer to follow clicks, may pass the line. */
const closeFrom = 90_000;

/** How heavy a mail's HTML is against the line at which Gmail cuts it off. */
export function MailWeight({ bytes }: { readonly bytes: number }) {
  const { t, locale } = useText();
  const kilobytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1000);
  const state = bytes > gmailClip ? "over" : bytes > closeFrom ? "close" : "under";
  return (
    <div className="weight" data-state={state}>
      <meter
        aria-label={t("preview.weight")}
        min={0}
        max={Math.max(bytes, gmailClip) * 1.1}
        high={closeFrom}
        optimum={0}
        value={bytes}
        aria-valuetext={t("preview.kilobytes", { size: kilobytes })}
      />
      <p className="small">
        <span className="figures strong">{t("preview.kilobytes", { size: kilobytes })}</span>{" "}
        <span className={state === "over" ? "bad" : "quiet"}>{t(`preview.weight.${state}`)}</span>
      </p>
    </div>
  );
}
