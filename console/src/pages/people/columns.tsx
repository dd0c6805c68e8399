import { Link } from "@tanstack/react-router";
import type { PersonSummary } from "#contract/api.ts";
import { useText } from "../../i18n/language.ts";
import { Face } from "../../parts/Face.tsx";
import { Lifecycle } from "../../parts/Lifecycle.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { ScoreBar } from "../../parts/ScoreBar.tsx";
import { StagePlace } from "../../parts/StagePlace.tsx";
import type { Column } from "../../parts/table/column.ts";
import { Tag } from "../../parts/Tag.tsx";

/** What the list says of each person. A column is added here. */
export function peopleColumns(t: ReturnType<typeof useText>["t"]): readonly Column<PersonSummary>[] {
  return [
    {
      id: "name",
      head: t("people.name"),
      width: "minmax(0, 2.5fr)",
      phone: "title",
      sort: "ascending",
      cell: (person) => <Who person={person} />,
    },
    {
      id: "stage",
      head: t("people.stage"),
      width: "minmax(0, 1.6fr)",
      sort: "ascending",
      cell: (person) => <StagePlace stage={person.stage} />,
    },
    {
      id: "lifecycle",
      head: t("people.lifecycle"),
      width: "minmax(0, 0.8fr)",
      cell: (person) => <Lifecycle lifecycle={person.lifecycle} />,
    },
    {
      id: "score",
      head: t("people.score"),
      width: "minmax(0, 1.1fr)",
      sort: "descending",
      cell: (person) => <ScoreBar score={person.score} />,
    },
    { id: "lastAction", head: t("people.lastAction"), cell: (person) => <LastAction person={person} /> },
  ];
}

function Who({ person }: { readonly person: PersonSummary }) {
  const beneath = [person.company, person.name === person.email ? null : person.email].filter((part) => part !== null);
  return (
    <div className="who">
      <Face name={person.name} />
      <div>
        <Link to="/people/$id" params={{ id: person.id }} className="row-link clip">
          {person.name}
        </Link>
        {person.tags.length === 0 ? null : (
          <span className="row tags">
            {person.tags.slice(0, 3).map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
            {person.tags.length <= 3 ? null : <Tag>{`+${person.tags.length - 3}`}</Tag>}
          </span>
        )}
        {beneath.map((part) => (
          <span key={part} className="clip quiet small">
            {part}
          </span>
        ))}
      </div>
    </div>
  );
}

/** When they last did something; or why we may no longer write to them. */
function LastAction({ person }: { readonly person: PersonSummary }) {
  const { t } = useText();
  if (person.suppressed !== null) return <Tag tone="bad">{t(`suppressed.${person.suppressed}`)}</Tag>;
  return (
    <span className="quiet small">
      <Moment at={person.lastActionAt} />
    </span>
  );
}
