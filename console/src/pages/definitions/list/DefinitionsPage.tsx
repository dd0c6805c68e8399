import "../../../theme/definitions.css";
import { useQuery } from "@tanstack/react-query";
import { type Icon, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "../../../i18n/language.ts";
import { Act } from "../../../parts/act/Act.tsx";
import { Empty } from "../../../parts/Empty.tsx";
import { Failure } from "../../../parts/Failure.tsx";
import { Loading } from "../../../parts/Loading.tsx";
import { PageHead } from "../../../parts/PageHead.tsx";
import { DataTable } from "../../../parts/table/DataTable.tsx";
import { definitionKeys, definitionsApi } from "../definitions-api.ts";
import { type ManyKind, titleIn } from "../kinds.ts";
import { definitionColumns } from "./columns.tsx";
import { NewDefinition } from "./NewDefinition.tsx";

/** Everything of one kind that is in force, and the way to a new one. */
export function DefinitionsPage({ kind, icon }: { readonly kind: ManyKind; readonly icon: Icon }) {
  const { t, language } = useText();
  const [isNaming, setNaming] = useState(false);
  const list = useQuery({ queryKey: definitionKeys.list(kind), queryFn: () => definitionsApi.list(kind) });
  const items = list.data?.items.toSorted((one, other) => one.name.localeCompare(other.name, language, { numeric: true }));
  const make = (
    <Act permission="definitions:publish" icon={IconPlus} tone="main" keys="n" run={() => setNaming(true)}>
      {t(`definitions.${kind}.new`)}
    </Act>
  );
  return (
    <div className="stack">
      <PageHead title={t(`definitions.${kind}.title`)} lead={t(`definitions.${kind}.lead`)} actions={make} />
      {list.error === null ? null : <Failure fault={list.error} retry={() => void list.refetch()} />}
      {list.isPending ? <Loading /> : null}
      {items === undefined ? null : items.length === 0 ? (
        <Empty icon={icon} title={t(`definitions.${kind}.none`)}>
          {t(`definitions.${kind}.noneText`)}
        </Empty>
      ) : (
        <DataTable
          name={t(`definitions.${kind}.title`)}
          columns={definitionColumns(kind, t, language)}
          rows={items}
          idOf={({ name }) => name}
          nameOf={({ name, title }) => titleIn(title, language, name)}
        />
      )}
      <NewDefinition kind={kind} taken={items?.map(({ name }) => name) ?? []} isOpen={isNaming} close={() => setNaming(false)} />
    </div>
  );
}
