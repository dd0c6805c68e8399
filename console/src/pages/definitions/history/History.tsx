import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DefinitionVersion } from "#contract/definitions.ts";
import { useText } from "../../../i18n/language.ts";
import { Failure } from "../../../parts/Failure.tsx";
import { Loading } from "../../../parts/Loading.tsx";
import { Paged } from "../../../parts/Paged.tsx";
import { Section } from "../../../parts/Section.tsx";
import { FileDiffs } from "../Changes.tsx";
import { definitionKeys, definitionsApi } from "../definitions-api.ts";
import type { DefinitionName } from "../kinds.ts";
import { VersionLine } from "./VersionLine.tsx";

/** Every version there was, and what differs between any two. */
export function History({ name, inForce, taken }: { readonly name: DefinitionName; readonly inForce: number; readonly taken: () => void }) {
  const { t } = useText();
  const [pair, setPair] = useState<readonly [number, number]>();
  const comparing = (from: number | undefined, to: number) =>
    from === undefined
      ? undefined
      : () => {
          setPair([from, to]);
          document.getElementById("comparison")?.scrollIntoView({ block: "start" });
        };
  return (
    <Paged
      name={definitionKeys.versions(name)}
      read={(cursor) => definitionsApi.versions(name, cursor)}
      empty={<p className="quiet">{t("history.none")}</p>}
    >
      {(versions) => {
        const [newest = 1, before = newest] = versions.map(({ version }) => version);
        const compared = pair ?? [before, newest];
        return (
          <>
            <Section title={t("history.title")} flush>
              <ul className="rows">
                {versions.map((version) => (
                  <li key={version.version}>
                    <VersionLine
                      name={name}
                      version={version}
                      inForce={inForce}
                      compare={comparing(versionBefore(versions, version.version), version.version)}
                      taken={taken}
                    />
                  </li>
                ))}
              </ul>
            </Section>
            {versions.length < 2 ? null : <Comparison name={name} versions={versions} pair={compared} choose={setPair} />}
          </>
        );
      }}
    </Paged>
  );
}

function versionBefore(versions: readonly DefinitionVersion[], version: number): number | undefined {
  return versions.find((one) => one.version < version)?.version;
}

function Comparison(props: {
  readonly name: DefinitionName;
  readonly versions: readonly DefinitionVersion[];
  readonly pair: readonly [number, number];
  readonly choose: (pair: readonly [number, number]) => void;
}) {
  const { t } = useText();
  const [from, to] = props.pair;
  const data = props.versions.map(({ version }) => ({ value: String(version), label: t("definitions.version", { version }) }));
  return (
    <section className="stack" aria-label={t("history.compare")} id="comparison">
      <h2>{t("history.compare")}</h2>
      <div className="compare">
        <NativeSelect
          label={t("history.from")}
          data={data}
          value={String(from)}
          onChange={(event) => props.choose([Number(event.currentTarget.value), to])}
        />
        <NativeSelect
          label={t("history.to")}
          data={data}
          value={String(to)}
          onChange={(event) => props.choose([from, Number(event.currentTarget.value)])}
        />
      </div>
      <Difference name={props.name} from={from} to={to} />
    </section>
  );
}

function Difference({ name, from, to }: { readonly name: DefinitionName; readonly from: number; readonly to: number }) {
  const { t } = useText();
  const one = useVersion(name, from);
  const other = useVersion(name, to);
  const fault = one.error ?? other.error;
  if (fault !== null) return <Failure fault={fault} />;
  if (one.data === undefined || other.data === undefined) return <Loading shape="page" />;
  return (
    <FileDiffs
      before={{ files: one.data.files, name: t("definitions.version", { version: from }) }}
      after={{ files: other.data.files, name: t("definitions.version", { version: to }) }}
      same={t("history.same")}
    />
  );
}

/** A version never changes: once read, it is known. */
function useVersion(name: DefinitionName, version: number) {
  return useQuery({
    queryKey: ["version", name.kind, name.name, version],
    queryFn: () => definitionsApi.version(name, version),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
