import { IconBulb, IconCalendarTime } from "@tabler/icons-react";
import type { PersonDetail } from "#contract/api.ts";
import { dateTime } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Moment } from "../../parts/Moment.tsx";

/** That somebody should call, why, and what to do about it; or when a call is to come. */
export function CallLine({ person }: { readonly person: PersonDetail }) {
  const { t, own, locale } = useText();
  const later = person.snoozedUntil ?? person.nextCallAt;
  if (person.call === null && later === null) return null;
  return (
    <section className="card call-line" aria-label={t("person.call")}>
      {person.call === null ? null : (
        <>
          <ul>
            {person.call.reasons.map((reason) => (
              <li key={reason.code}>
                <span className="strong">{own(reason.text)}</span>{" "}
                <span className="quiet small">
                  <Moment at={reason.at} />
                </span>
              </li>
            ))}
          </ul>
          <p className="call-advice">
            <IconBulb size={18} stroke={1.7} aria-hidden />
            {own(person.call.advice)}
          </p>
        </>
      )}
      {later === null ? null : (
        <p className="call-advice">
          <IconCalendarTime size={18} stroke={1.7} aria-hidden />
          {t(person.snoozedUntil === null ? "person.nextCall" : "person.snoozedUntil", { at: dateTime(later, locale) })}
        </p>
      )}
    </section>
  );
}
