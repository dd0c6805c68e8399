import { IconCheck } from "@tabler/icons-react";
import { type KeyboardEvent, useRef } from "react";
import type { FileProblem } from "#contract/definitions.ts";
import { useText } from "../../i18n/language.ts";
import { Failure } from "../../parts/Failure.tsx";
import { DefinitionLink } from "./DefinitionLink.tsx";
import type { Files } from "./definitions-api.ts";
import { definitionOf } from "./definition-of.ts";
import type { Check } from "./use-check.ts";

/** Everything that is wrong, with its remedy; each line leads to its place. Arrows go from one to the next. */
export function Problems({
  check,
  files,
  jump,
}: {
  readonly check: Check;
  readonly files: Files;
  readonly jump: (problem: FileProblem) => void;
}) {
  const { t } = useText();
  const list = useRef<HTMLUListElement>(null);
  const { problems, isChecking, fault } = check;
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll<HTMLElement>(".problem") ?? [])];
    all[all.findIndex((one) => one === document.activeElement) + by]?.focus();
  };
  const count = isChecking ? t("definitions.checking") : t("definitions.problems", { count: problems.length });
  return (
    <section className="stack" aria-label={t("definitions.problemsTitle")}>
      <p role="status" className="small row" data-checking={isChecking ? true : undefined} data-problems={problems.length}>
        {!isChecking && fault === undefined && problems.length === 0 ? (
          <IconCheck size={16} stroke={2} className="plus" aria-hidden />
        ) : null}
        <span className={problems.length > 0 && !isChecking ? "bad strong" : "quiet"}>{count}</span>
      </p>
      {fault === undefined ? null : <Failure fault={fault} />}
      {problems.length === 0 ? null : (
        <ul ref={list} className="card flush problems" onKeyDown={step}>
          {problems.map((problem) => (
            <li key={`${problem.file} ${problem.line} ${problem.column} ${problem.field} ${problem.problem}`}>
              <OneProblem problem={problem} isHere={Object.hasOwn(files, problem.file)} jump={jump} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OneProblem(props: { readonly problem: FileProblem; readonly isHere: boolean; readonly jump: (problem: FileProblem) => void }) {
  const { t, said } = useText();
  const { problem, isHere } = props;
  const { file, line, column, field } = problem;
  const place = line === undefined ? file : t("definitions.place", { file, line, column: column ?? 1 });
  const told = (
    <>
      <span className="problem-place break">
        {place}
        {field === "" ? "" : ` · ${field}`}
      </span>
      <span className="break">{said(problem.problem)}</span>
      <span className="quiet small break">{t("common.remedy", { remedy: said(problem.remedy) })}</span>
    </>
  );
  if (isHere)
    return (
      <button type="button" className="problem" onClick={() => props.jump(problem)}>
        {told}
      </button>
    );
  const elsewhere = definitionOf(file);
  return elsewhere === undefined ? (
    <div className="problem">{told}</div>
  ) : (
    <DefinitionLink to={elsewhere} className="problem">
      {told}
    </DefinitionLink>
  );
}
