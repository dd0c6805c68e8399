import { Button } from "@mantine/core";
import { useState } from "react";
import type { PersonSummary } from "#contract/api.ts";
import type { ListQuery } from "./use-people-query.ts";
import { useText } from "../../i18n/language.ts";
import { BulkBar } from "../../parts/table/BulkBar.tsx";
import type { Sorting } from "../../parts/table/column.ts";
import { DataTable } from "../../parts/table/DataTable.tsx";
import { useSelection } from "../../parts/table/use-selection.ts";
import { BulkActs } from "./BulkActs.tsx";
import { peopleColumns } from "./columns.tsx";

/** The people of a list, as a table one can choose from; on a phone as cards. */
export function PeopleList(props: {
  readonly people: readonly PersonSummary[];
  readonly query: ListQuery;
  readonly show: (query: ListQuery) => void;
}) {
  const { t } = useText();
  const { people, query, show } = props;
  const selection = useSelection(people.map(({ id }) => id));
  const [isEverybody, setEverybody] = useState(false);
  const isWhole = isEverybody && selection.isAll;
  const isFound = query.q !== undefined || query.tag !== undefined || query.owner !== undefined;
  const isSortable = !isFound && query.stage === undefined;
  const sort = ({ by, direction }: Sorting): void => {
    const { sort: _, order: __, ...rest } = query;
    if (by === "score") show(rest);
    else if (by === "name" || by === "stage") show({ ...rest, sort: by, ...(direction === "descending" ? { order: direction } : {}) });
  };
  return (
    <>
      <DataTable
        name={t("people.title")}
        columns={peopleColumns(t)}
        rows={people}
        idOf={(person) => person.id}
        nameOf={(person) => person.name}
        selection={selection}
        {...(isSortable ? { sorting: sortingOf(query), sort } : {})}
      />
      <BulkBar selection={selection}>
        {isWhole ? (
          <span className="small">{t("people.everybodyChosen")}</span>
        ) : selection.isAll ? (
          <Button size="xs" variant="subtle" onClick={() => setEverybody(true)}>
            {t("people.everybody")}
          </Button>
        ) : null}
        <BulkActs
          people={people.filter(({ id }) => selection.ids.has(id))}
          query={isWhole ? query : undefined}
          begun={() => {
            selection.clear();
            setEverybody(false);
          }}
        />
      </BulkBar>
    </>
  );
}

function sortingOf({ sort = "score", order = "ascending" }: ListQuery): Sorting {
  return { by: sort, direction: sort === "score" ? "descending" : order };
}
