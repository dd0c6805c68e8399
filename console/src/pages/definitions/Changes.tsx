import { lazy, Suspense } from "react";
import { IconEqual } from "@tabler/icons-react";
import { useText } from "../../i18n/language.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Loading } from "../../parts/Loading.tsx";
import type { Files } from "./definitions-api.ts";

const DiffView = lazy(async () => ({ default: (await import("./editor/DiffView.tsx")).DiffView }));

/** What publishing would change, file by file, against what is in force. */
export function Changes({
  before,
  after,
}: {
  readonly before: { readonly version: number; readonly files: Files };
  readonly after: Files;
}) {
  const { t } = useText();
  return (
    <FileDiffs
      before={{ files: before.files, name: t("definitions.inForceSide", { version: before.version }) }}
      after={{ files: after, name: t("definitions.mine") }}
      same={t("definitions.noChanges")}
    />
  );
}

/** The files that differ between two texts. */
export function FileDiffs(props: {
  readonly before: { readonly files: Files; readonly name: string };
  readonly after: { readonly files: Files; readonly name: string };
  readonly same: string;
}) {
  const { before, after } = props;
  const paths = [...new Set([...Object.keys(before.files), ...Object.keys(after.files)])].filter(
    (path) => before.files[path] !== after.files[path],
  );
  if (paths.length === 0) return <Empty icon={IconEqual} title={props.same} />;
  return (
    <Suspense fallback={<Loading shape="page" />}>
      {paths.map((path) => (
        <section key={path} className="stack">
          <h3 className="plain-code">{path}</h3>
          <DiffView
            path={path}
            before={{ text: before.files[path] ?? "", name: before.name }}
            after={{ text: after.files[path] ?? "", name: after.name }}
          />
        </section>
      ))}
    </Suspense>
  );
}
