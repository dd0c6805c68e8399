import type { PersonDetail } from "#contract/api.ts";
import { isSpamReason } from "#core/submission/spam-reason.ts";
import { mailto } from "../../calls/PhoneLink.tsx";
import { dateTime } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Face } from "../../parts/Face.tsx";
import { Lifecycle } from "../../parts/Lifecycle.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { PersonActs } from "./PersonActs.tsx";

/** Who they are, how to reach them and what can be done; and that one may not write, where that is so. */
export function Heading({ person }: { readonly person: PersonDetail }) {
  const { t, locale } = useText();
  useTitle(person.name);
  const place = [person.company, person.timeZone];
  const { pausedBecause } = person;
  return (
    <>
      <div className="who">
        <Face name={person.name} large />
        <div>
          <div className="row">
            <h1 className="break">{person.name}</h1>
            <Lifecycle lifecycle={person.lifecycle} />
          </div>
          <p className="quiet break">
            <a href={mailto(person.email)}>{person.email}</a>
            {place.map((part) => (part === null ? "" : ` · ${part}`)).join("")}
          </p>
        </div>
      </div>
      <PersonActs person={person} />
      {person.suppressed === null ? null : (
        <div className="notice">
          <strong>{t("person.suppressed")}</strong>
          <p>{t(`suppressed.${person.suppressed}`)}</p>
        </div>
      )}
      {pausedBecause === null ? null : (
        <div className="notice">
          <strong>{t("pause.stands")}</strong>
          <p className="break">{isSpamReason(pausedBecause.reason) ? t("pause.spam") : pausedBecause.reason}</p>
          <p className="small">{t("pause.by", { by: pausedBecause.by, at: dateTime(pausedBecause.at, locale) })}</p>
        </div>
      )}
    </>
  );
}
