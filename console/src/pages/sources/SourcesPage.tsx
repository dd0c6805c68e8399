import "../../theme/sources.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconPlug, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { DataTable } from "../../parts/table/DataTable.tsx";
import type { Column } from "../../parts/table/column.ts";
import { Tag } from "../../parts/Tag.tsx";
import { ask, type Kind, type ListedSource } from "./ask.ts";
import { ConnectDialog } from "./ConnectDialog.tsx";
import { HealthTag } from "./HealthTag.tsx";

/** Where people come from: every source, when it last delivered, and how it is. */
export function SourcesPage() {
  const { t } = useText();
  const [isConnecting, setConnecting] = useState(false);
  const sources = useQuery({ queryKey: ["sources"], queryFn: ask.sources });
  const kinds = useQuery({ queryKey: ["source-kinds"], queryFn: ask.kinds, staleTime: Number.POSITIVE_INFINITY });
  const connect = (
    <Act permission="sources:manage" icon={IconPlus} tone="main" keys="c" run={() => setConnecting(true)}>
      {t("sources.connect")}
    </Act>
  );
  return (
    <div className="stack">
      <PageHead title={t("sources.title")} lead={t("sources.lead")} actions={connect} />
      {sources.error === null ? null : <Failure fault={sources.error} retry={() => void sources.refetch()} />}
      {sources.isPending ? <Loading /> : null}
      {sources.data === undefined ? null : sources.data.items.length === 0 ? (
        <Empty icon={IconPlug} title={t("sources.none")}>
          {t("sources.noneText")}
        </Empty>
      ) : (
        <DataTable
          name={t("sources.title")}
          columns={columnsOf(t, kinds.data?.items ?? [])}
          rows={[...sources.data.items].sort((one, other) => one.name.localeCompare(other.name))}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
        />
      )}
      {isConnecting ? <ConnectDialog kinds={kinds.data?.items ?? []} close={() => setConnecting(false)} /> : null}
    </div>
  );
}

function columnsOf(t: ReturnType<typeof useText>["t"], kinds: readonly Kind[]): readonly Column<ListedSource>[] {
  return [
    {
      id: "name",
      head: t("sources.name"),
      width: "2fr",
      phone: "title",
      cell: ({ id, name }) => (
        <Link to="/sources/$id" params={{ id }} className="row-link strong">
          {name}
        </Link>
      ),
    },
    { id: "kind", head: t("sources.kind"), cell: ({ kind }) => kinds.find((one) => one.kind === kind)?.name ?? kind },
    {
      id: "last",
      head: t("sources.last"),
      phone: "named",
      cell: ({ pulse }) => <Moment at={latestOf(pulse)} />,
    },
    {
      id: "state",
      head: t("sources.state"),
      width: "1.6fr",
      cell: ({ pulse }) => (
        <span className="row">
          <HealthTag health={pulse.health} />
          {pulse.inQuarantine === 0 ? null : <Tag tone="warn">{t("sources.held", { count: pulse.inQuarantine })}</Tag>}
        </span>
      ),
    },
  ];
}

function latestOf({ received, duplicate, quarantined }: ListedSource["pulse"]): string | null {
  const instants = [received, duplicate, quarantined].flatMap((beat) => (beat === null ? [] : [beat.lastAt]));
  return instants.reduce<string | null>((latest, at) => (latest === null || at > latest ? at : latest), null);
}
