import { languageOfEmailFile } from "#core/definition/file-names.ts";
import type { Files } from "../definitions/definitions-api.ts";
import { TemplatePreview } from "./preview/TemplatePreview.tsx";

/** The mail that the text makes, in the language whose file is open. */
export function PreviewSide(props: { readonly name: string; readonly files: Files; readonly file: string; readonly isChanged: boolean }) {
  const { name, files, file, isChanged } = props;
  const language = languageOfEmailFile(file, name) ?? "";
  return <TemplatePreview name={name} language={language} text={isChanged ? files[file] : undefined} />;
}
