import "../../theme/definitions.css";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useText } from "../../i18n/language.ts";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { definitionKeys, definitionsApi } from "./definitions-api.ts";
import type { DefinitionName } from "./kinds.ts";
import { Retired } from "./history/Retired.tsx";
import { Workbench } from "./Workbench.tsx";

/** One definition: what is in force of it, its text to read and edit, its history. */
export function DefinitionPage({ name, back }: { readonly name: DefinitionName; readonly back: ReactNode }) {
  const { t } = useText();
  const one = useQuery({ queryKey: definitionKeys.one(name), queryFn: () => definitionsApi.one(name), staleTime: 30_000 });
  const key = `${name.kind} ${name.name}`;
  if (one.isPending || one.isError)
    return (
      <div className="stack">
        <PageHead title={name.name === "default" ? t(`definitions.${name.kind}.title`) : name.name} back={back} />
        {one.isPending ? <Loading shape="page" /> : <Failure fault={one.error} retry={() => void one.refetch()} />}
      </div>
    );
  if (one.data === null) return <Retired key={key} name={name} back={back} />;
  return <Workbench key={key} name={name} back={back} inForce={one.data} />;
}

/** A definition that is not there yet: a starter's text, or what was begun of it in this browser. */
export function NewDefinitionPage({ name, back }: { readonly name: DefinitionName; readonly back: ReactNode }) {
  const starter = useQuery({
    queryKey: ["starter", name.kind, name.name],
    queryFn: () => definitionsApi.starter(name),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (starter.isPending || starter.isError)
    return (
      <div className="stack">
        <PageHead title={name.name} back={back} />
        {starter.isPending ? <Loading shape="page" /> : <Failure fault={starter.error} retry={() => void starter.refetch()} />}
      </div>
    );
  return <Workbench key={`${name.kind} ${name.name}`} name={name} back={back} inForce={undefined} starter={starter.data.files} />;
}
