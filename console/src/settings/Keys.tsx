import { useQuery } from "@tanstack/react-query";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { ApiKeyView } from "#contract/api.ts";
import { answered } from "../api/answered.ts";
import { client } from "../api/client.ts";
import { useText } from "../i18n/language.ts";
import { Act } from "../parts/act/Act.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Loading } from "../parts/Loading.tsx";
import { Section } from "../parts/Section.tsx";
import { DataTable } from "../parts/table/DataTable.tsx";
import { keyColumns } from "./keys/columns.tsx";
import { MakeKey } from "./keys/MakeKey.tsx";
import { RevokeKey } from "./keys/RevokeKey.tsx";

/** The keys of programs: made once, shown once, revoked for good. */
export function Keys() {
  const { t } = useText();
  const keys = useQuery({ queryKey: ["keys"], queryFn: () => answered(client.GET("/api/keys")) });
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKeyView>();
  const make = (
    <Act permission="keys:manage" icon={IconPlus} tone="main" run={() => setMaking(true)}>
      {t("apiKeys.make")}
    </Act>
  );
  return (
    <Section title={t("settings.keys")} lead={t("apiKeys.lead")} actions={make}>
      {keys.error === null ? null : <Failure fault={keys.error} retry={() => void keys.refetch()} />}
      {keys.isPending ? <Loading /> : null}
      {keys.data === undefined ? null : keys.data.items.length === 0 ? (
        <Empty icon={IconKey} title={t("apiKeys.none")}>
          {t("apiKeys.noneText")}
        </Empty>
      ) : (
        <DataTable
          name={t("settings.keys")}
          columns={keyColumns({ t, revoke: setRevoking })}
          rows={keys.data.items}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
        />
      )}
      <MakeKey isOpen={isMaking} close={() => setMaking(false)} />
      <RevokeKey apiKey={revoking} close={() => setRevoking(undefined)} />
    </Section>
  );
}
