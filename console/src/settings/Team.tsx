import { useQuery } from "@tanstack/react-query";
import { IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { MemberView } from "#contract/team.ts";
import { answered } from "../api/answered.ts";
import { client } from "../api/client.ts";
import { useMe } from "../api/use-me.ts";
import { useText } from "../i18n/language.ts";
import { Act } from "../parts/act/Act.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Loading } from "../parts/Loading.tsx";
import { Section } from "../parts/Section.tsx";
import { DataTable } from "../parts/table/DataTable.tsx";
import { AddMember } from "./team/AddMember.tsx";
import { memberColumns } from "./team/columns.tsx";
import { RemoveMember } from "./team/RemoveMember.tsx";

/** Who is in the team and what each may do; owners add, change and remove. A section of the settings. */
export function Team() {
  const { t } = useText();
  const me = useMe();
  const team = useQuery({ queryKey: ["team"], queryFn: () => answered(client.GET("/api/team")) });
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<MemberView>();
  const add = (
    <Act permission="team:manage" icon={IconUserPlus} run={() => setAdding(true)}>
      {t("team.add")}
    </Act>
  );
  return (
    <Section title={t("team.title")} lead={t("team.lead")} actions={add}>
      {team.error === null ? null : <Failure fault={team.error} retry={() => void team.refetch()} />}
      {team.data === undefined && team.error === null ? <Loading /> : null}
      {team.data === undefined ? null : (
        <DataTable
          name={t("team.title")}
          columns={memberColumns({ t, me: me?.id, remove: setLeaving })}
          rows={team.data.items}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
        />
      )}
      <AddMember isOpen={isAdding} close={() => setAdding(false)} />
      <RemoveMember member={leaving} close={() => setLeaving(undefined)} />
    </Section>
  );
}
