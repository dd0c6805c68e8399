import type { PersonDetail } from "#contract/api.ts";
import { useText } from "../../i18n/language.ts";
import { Face } from "../../parts/Face.tsx";
import { Lifecycle } from "../../parts/Lifecycle.tsx";
import { useTitle } from "../../parts/use-title.ts";

/** Who they are and how to reach them; and that one may not, where that is so. */
export function Heading({ person }: { readonly person: PersonDetail }) {
  const { t } = useText();
  useTitle(person.name);
  const place = [person.company, person.timeZone, person.owner === null ? null : t("person.owner", { owner: person.owner })];
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
            <a href={`mailto:${encodeURIComponent(person.email).replace("%40", "@")}`}>{person.email}</a>
            {place.map((part) => (part === null ? "" : ` · ${part}`)).join("")}
          </p>
        </div>
      </div>
      {person.suppressed === null ? null : (
        <div className="notice">
          <strong>{t("person.suppressed")}</strong>
          <p>{t(`suppressed.${person.suppressed}`)}</p>
        </div>
      )}
    </>
  );
}
