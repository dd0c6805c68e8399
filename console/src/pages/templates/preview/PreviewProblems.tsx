import type { FileProblem } from "#contract/definitions.ts";
import { useText } from "../../../i18n/language.ts";

/** Why the text makes no mail: each problem with its place and its remedy. */
export function PreviewProblems(props: { readonly problems: readonly FileProblem[]; readonly isLastShown: boolean }) {
  const { t, said } = useText();
  return (
    <div className="notice" role="alert" data-problems>
      <strong>{t("preview.problems", { count: props.problems.length })}</strong>
      <ul className="preview-problems">
        {props.problems.map(({ file, line, column, field, problem, remedy }, place) => (
          <li key={`${file}${field}${place}`}>
            <p className="break">{said(problem)}</p>
            <p className="small break quiet">
              {line === undefined ? `${file}, ${field}` : t("preview.at", { file, line, column: column ?? 1 })}
            </p>
            <p className="small break">{t("common.remedy", { remedy: said(remedy) })}</p>
          </li>
        ))}
      </ul>
      {props.isLastShown ? <p className="small quiet">{t("preview.lastGood")}</p> : null}
    </div>
  );
}
