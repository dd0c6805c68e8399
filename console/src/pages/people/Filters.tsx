import { Button, NativeSelect, Switch } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useState } from "react";
import { stages, stageSchema } from "#core/person/stage.ts";
import type { ListQuery } from "./use-people-query.ts";
import { useMe } from "../../api/use-me.ts";
import { useText } from "../../i18n/language.ts";
import { Dialog } from "../../parts/Dialog.tsx";

interface FiltersProps {
  readonly query: ListQuery;
  readonly show: (query: ListQuery) => void;
}

/** What the list can be narrowed down by and sorted by, beside the search; in a sheet on a phone. */
export function Filters(props: FiltersProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className="row wide-only">
        <Fields {...props} />
      </div>
      <Button
        className="phone-only"
        variant="default"
        leftSection={<IconFilter size={18} stroke={1.6} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("people.filters")}
      </Button>
      <Dialog isOpen={isOpen} close={() => setOpen(false)} title={t("people.filters")} place="sheet">
        {isOpen ? (
          <div className="stack">
            <Fields {...props} />
          </div>
        ) : null}
      </Dialog>
    </>
  );
}

function Fields({ query, show }: FiltersProps) {
  const { t } = useText();
  const me = useMe();
  const isSearched = query.q !== undefined || query.tag !== undefined || query.owner !== undefined;
  const own = me?.email ?? undefined;
  return (
    <>
      <NativeSelect
        label={t("people.stage")}
        value={query.stage ?? ""}
        data={[{ value: "", label: t("people.anyStage") }, ...stages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))]}
        onChange={(event) => {
          const read = stageSchema.safeParse(event.currentTarget.value);
          const { stage: _, ...rest } = query;
          show(read.success ? { ...rest, stage: read.data } : rest);
        }}
      />
      <NativeSelect
        label={t("people.sort")}
        title={isSearched ? t("people.searchOrder") : t("people.sortWhy")}
        disabled={isSearched}
        value={sortOf(query)}
        data={sorts(query).map((sort) => ({ value: sort, label: t(sortTexts[sort]) }))}
        onChange={(event) => {
          const { sort: _, order: __, ...rest } = query;
          const chosen = sorts(query).find((sort) => sort === event.currentTarget.value) ?? "score";
          show({ ...rest, ...told[chosen] });
        }}
      />
      {own === undefined ? null : (
        <Switch
          label={t("people.mine")}
          checked={query.owner === own}
          onChange={(event) => {
            const { owner: _, ...rest } = query;
            show(event.currentTarget.checked ? { ...rest, owner: own } : rest);
          }}
        />
      )}
    </>
  );
}

const sortTexts = {
  score: "people.sortScore",
  name: "people.sortName",
  "name-back": "people.sortNameBack",
  stage: "people.sortStage",
  "stage-back": "people.sortStageBack",
} as const;
type Sort = keyof typeof sortTexts;

const told: Readonly<Record<Sort, Pick<ListQuery, "sort" | "order">>> = {
  score: {},
  name: { sort: "name" },
  "name-back": { sort: "name", order: "descending" },
  stage: { sort: "stage" },
  "stage-back": { sort: "stage", order: "descending" },
};

/** Within one stage people are kept by how long they have been there, and by nothing else. */
function sorts({ stage }: ListQuery): readonly Sort[] {
  return stage === undefined ? ["score", "name", "name-back", "stage", "stage-back"] : ["stage", "stage-back"];
}

function sortOf({ sort, order, stage }: ListQuery): Sort {
  const by = stage === undefined ? (sort ?? "score") : "stage";
  if (by === "score" || order !== "descending") return by;
  return by === "name" ? "name-back" : "stage-back";
}
