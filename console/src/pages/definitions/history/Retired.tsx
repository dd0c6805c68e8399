import { IconFileOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useText } from "../../../i18n/language.ts";
import { Empty } from "../../../parts/Empty.tsx";
import { PageHead } from "../../../parts/PageHead.tsx";
import { Paged } from "../../../parts/Paged.tsx";
import { Section } from "../../../parts/Section.tsx";
import { definitionKeys, definitionsApi } from "../definitions-api.ts";
import type { DefinitionName } from "../kinds.ts";
import { VersionLine } from "./VersionLine.tsx";
import { ApiProblem } from "../../../api/answered.ts";

/** A name under which nothing is in force: what there once was, to be restored; or that there never was anything. */
export function Retired({ name, back }: { readonly name: DefinitionName; readonly back: ReactNode }) {
  const { t } = useText();
  const read = async (cursor: string | undefined) => {
    try {
      return await definitionsApi.versions(name, cursor);
    } catch (fault) {
      if (fault instanceof ApiProblem && fault.status === 404) return { items: [], next: null };
      throw fault;
    }
  };
  return (
    <div className="stack">
      <PageHead title={name.name} back={back} />
      <Paged
        name={definitionKeys.versions(name)}
        read={read}
        empty={
          <Empty icon={IconFileOff} title={t("retired.never")}>
            {t("retired.neverText", { name: name.name })}
          </Empty>
        }
      >
        {(versions) => (
          <Section title={t("retired.title")} lead={t("retired.text")} flush>
            <ul className="rows">
              {versions.map((version) => (
                <li key={version.version}>
                  <VersionLine name={name} version={version} inForce={0} compare={undefined} taken={() => undefined} />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Paged>
    </div>
  );
}
