import { useQuery } from "@tanstack/react-query";
import { IconSend } from "@tabler/icons-react";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, Suspense, useState } from "react";
import type { DefinitionText } from "#contract/definitions.ts";
import { languageOfEmailFile } from "#core/definition/file-names.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { type Tab, Tabs } from "../../parts/Tabs.tsx";
import { Changes } from "./Changes.tsx";
import { type CompanionSide, companionOf } from "./companion.tsx";
import { definitionKeys, definitionsApi, type Files } from "./definitions-api.ts";
import { DraftNotice } from "./DraftNotice.tsx";
import { Facts } from "./Facts.tsx";
import { History } from "./history/History.tsx";
import { type DefinitionName, isMany, sameDefinition, titleIn } from "./kinds.ts";
import { Overtaken } from "./Overtaken.tsx";
import { PublishDialog } from "./publish/PublishDialog.tsx";
import { Retire } from "./publish/Retire.tsx";
import { TextSide } from "./TextSide.tsx";
import { useCheck } from "./use-check.ts";
import { useDraft } from "./use-draft.ts";

const nothing: Files = {};

type Side = "companion" | "text" | "changes" | "history";

/** Where one definition is read, edited, checked, compared and published. Without `inForce` it is a new one. */
export function Workbench(props: {
  readonly name: DefinitionName;
  readonly back: ReactNode;
  readonly inForce: DefinitionText | undefined;
  readonly starter?: Files;
}) {
  const { t, language } = useText();
  const { name, inForce } = props;
  const published = { version: inForce?.version ?? 0, files: inForce?.files ?? props.starter ?? nothing };
  const draft = useDraft(name, published);
  const check = useCheck(draft.files, inForce !== undefined && !draft.isChanged);
  const list = useQuery({
    queryKey: definitionKeys.list(name.kind),
    queryFn: () => definitionsApi.list(name.kind),
    enabled: inForce !== undefined,
  });
  const summary = list.data?.items.find((one) => sameDefinition(one, name));
  const isNew = inForce === undefined;
  const companion = companionOf(name.kind, isNew);
  const isWide = useMediaQuery("(min-width: 96rem)", undefined, { getInitialValueInEffect: false }) === true;
  const isBeside = isWide && companion?.isBeside === true;
  const [side, setSide] = useState<Side>(companion?.isFirst === true && inForce !== undefined && !draft.isChanged ? "companion" : "text");
  const [isPublishing, setPublishing] = useState(false);
  const [chosenFile, setFile] = useState<string>();
  const paths = Object.keys(draft.files);
  const first = paths.find((path) => languageOfEmailFile(path, name.name) === language) ?? paths[0] ?? "";
  const file = chosenFile !== undefined && paths.includes(chosenFile) ? chosenFile : first;
  const title = isMany(name.kind) ? titleIn(summary?.title ?? {}, language, name.name) : t(`definitions.${name.kind}.title`);
  const isOvertaken = draft.isChanged && draft.base !== published.version;
  const whyNot = whyNotPublish({ isOvertaken, isChanged: draft.isChanged || isNew, problems: check.problems.length });
  const tabs = sidesOf({ companion, isBeside, isNew, problems: check.problems.length, isChanged: draft.isChanged }).map(
    ({ label, ...tab }): Tab<Side> => ({ ...tab, label: t(label) }),
  );
  const shown = tabs.some(({ id }) => id === side) ? side : "text";
  return (
    <div className="stack">
      <PageHead
        title={title}
        back={props.back}
        {...(isMany(name.kind) ? {} : { lead: t(`definitions.${name.kind}.lead`) })}
        actions={
          <>
            {isMany(name.kind) && inForce !== undefined ? (
              <Retire name={name} version={inForce.version} usedBy={summary?.usedBy ?? []} />
            ) : null}
            <Act
              permission="definitions:publish"
              tone="main"
              icon={IconSend}
              keys="mod+s"
              {...(whyNot === undefined ? {} : { whyNot: t(whyNot) })}
              run={() => setPublishing(true)}
            >
              {t("definitions.publish")}
            </Act>
          </>
        }
      />
      <Facts name={name} inForce={inForce} usedBy={summary?.usedBy ?? []} />
      {isOvertaken ? (
        <Overtaken draft={draft} inForce={inForce} compare={() => setSide("changes")} />
      ) : (
        <DraftNotice draft={draft} isNew={isNew} />
      )}
      <Tabs label={t("definitions.sides")} tabs={tabs} chosen={shown} choose={setSide}>
        {shown === "text" ? (
          <TextSide name={name} draft={draft} check={check} file={file} chooseFile={setFile} beside={isBeside ? companion : undefined} />
        ) : null}
        {shown === "companion" && companion !== undefined ? (
          <Suspense fallback={<Loading shape="page" />}>
            <companion.component name={name.name} files={draft.files} file={file} isChanged={draft.isChanged || isNew} />
          </Suspense>
        ) : null}
        {shown === "changes" ? <Changes before={published} after={draft.files} /> : null}
        {shown === "history" && inForce !== undefined ? <History name={name} inForce={inForce.version} taken={draft.discard} /> : null}
      </Tabs>
      <PublishDialog
        name={name}
        draft={draft}
        check={check}
        isNew={isNew}
        isOpen={isPublishing}
        close={() => setPublishing(false)}
        refused={() => setSide("text")}
      />
    </div>
  );
}

function whyNotPublish(now: { readonly isOvertaken: boolean; readonly isChanged: boolean; readonly problems: number }) {
  if (!now.isChanged) return "definitions.whyNot.same" as const;
  if (now.isOvertaken) return "definitions.whyNot.overtaken" as const;
  return now.problems > 0 ? ("definitions.whyNot.problems" as const) : undefined;
}

function sidesOf(now: {
  readonly companion: CompanionSide | undefined;
  readonly isBeside: boolean;
  readonly isNew: boolean;
  readonly problems: number;
  readonly isChanged: boolean;
}) {
  const { companion } = now;
  const text = { id: "text", label: "definitions.side.text", ...(now.problems > 0 ? { count: now.problems } : {}) } as const;
  const beside = companion === undefined || now.isBeside ? [] : [{ id: "companion", label: companion.label } as const];
  return [
    ...(companion?.isFirst === true ? [...beside, text] : [text, ...beside]),
    ...(now.isNew
      ? []
      : [{ id: "changes", label: "definitions.side.changes" } as const, { id: "history", label: "definitions.side.history" } as const]),
  ];
}
