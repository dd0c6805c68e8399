import { lazy, type ReactNode, Suspense, useId, useMemo, useRef } from "react";
import { emailFile, languageOfEmailFile } from "#core/definition/file-names.ts";
import type { FileProblem } from "#contract/definitions.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { useWhyNot } from "../../parts/act/use-why-not.ts";
import { Loading } from "../../parts/Loading.tsx";
import { type Tab, Tabs } from "../../parts/Tabs.tsx";
import type { CompanionSide } from "./companion.tsx";
import type { EditorHandle } from "./editor/CodeEditor.tsx";
import type { DefinitionName } from "./kinds.ts";
import { languageName } from "./language-name.ts";
import { Problems } from "./Problems.tsx";
import type { Check } from "./use-check.ts";
import type { Draft } from "./use-draft.ts";
import { useKnowledge } from "./use-knowledge.ts";

const CodeEditor = lazy(async () => ({ default: (await import("./editor/CodeEditor.tsx")).CodeEditor }));

/** The text itself: one file, or one a language, with what is wrong beneath; on a wide screen what it makes stands beside it. */
export function TextSide(props: {
  readonly name: DefinitionName;
  readonly draft: Draft;
  readonly check: Check;
  readonly file: string;
  readonly chooseFile: (path: string) => void;
  readonly beside: CompanionSide | undefined;
}) {
  const { t } = useText();
  const help = useId();
  const knowledge = useKnowledge();
  const whyNot = useWhyNot("definitions:publish");
  const handle = useRef<EditorHandle>(null);
  const wanted = useRef<FileProblem>(null);
  const { name, draft, check, file, beside } = props;
  const mine = useMemo(() => check.problems.filter((problem) => problem.file === file), [check.problems, file]);
  const jump = (problem: FileProblem): void => {
    if (problem.file === file) handle.current?.goTo(problem.line ?? 1, problem.column ?? 1);
    else {
      wanted.current = problem;
      props.chooseFile(problem.file);
    }
  };
  const arrived = (): void => {
    const { current } = wanted;
    wanted.current = null;
    if (current !== null && current.file === file) handle.current?.goTo(current.line ?? 1, current.column ?? 1);
  };
  const editor = (
    <div className="stack">
      <Suspense fallback={<Loading shape="page" />}>
        <CodeEditor
          key={file}
          kind={name.kind}
          path={file}
          text={draft.files[file] ?? ""}
          write={(text) => draft.write(file, text)}
          isReadOnly={whyNot !== undefined}
          problems={mine}
          knowledge={knowledge}
          describedBy={help}
          handle={handle}
          ready={arrived}
        />
      </Suspense>
      <p id={help} className="quiet small">
        {whyNot ?? t("editor.help")}
      </p>
      <Problems check={check} files={draft.files} jump={jump} />
    </div>
  );
  return (
    <div className="bench" {...(beside === undefined ? {} : { "data-beside": true })}>
      {name.kind === "email" ? (
        <Languages name={name.name} draft={draft} check={check} file={file} choose={props.chooseFile} wanted={knowledge.languages}>
          {editor}
        </Languages>
      ) : (
        editor
      )}
      {beside === undefined ? null : (
        <Suspense fallback={<Loading shape="page" />}>
          <beside.component name={name.name} files={draft.files} isChanged={draft.isChanged} file={file} />
        </Suspense>
      )}
    </div>
  );
}

/** An e-mail has a file a language; all are published together. */
function Languages(props: {
  readonly name: string;
  readonly draft: Draft;
  readonly check: Check;
  readonly file: string;
  readonly choose: (path: string) => void;
  readonly wanted: readonly string[];
  readonly children: ReactNode;
}) {
  const { t, language } = useText();
  const { name, draft, check, file } = props;
  const paths = Object.keys(draft.files);
  const tabs = paths.map((path): Tab<string> => {
    const wrong = check.problems.filter((problem) => problem.file === path).length;
    const label = languageName(languageOfEmailFile(path, name) ?? path, language);
    return { id: path, label, ...(wrong === 0 ? {} : { count: wrong }) };
  });
  const missing = props.wanted.filter((one) => !paths.includes(emailFile(name, one)));
  const translate = (into: string): void => {
    const path = emailFile(name, into);
    draft.write(path, (draft.files[file] ?? "").replace(/<mjml([^>]*)\blang="[^"]*"/, `<mjml$1lang="${into}"`));
    props.choose(path);
  };
  return (
    <Tabs label={t("definitions.languages")} tabs={tabs} chosen={file} choose={props.choose}>
      {missing.length === 0 ? null : (
        <div className="row">
          {missing.map((one) => (
            <Act key={one} size="xs" permission="definitions:publish" run={() => translate(one)}>
              {t("definitions.writeIn", { language: languageName(one, language) })}
            </Act>
          ))}
        </div>
      )}
      {props.children}
    </Tabs>
  );
}
