import { Link, useParams } from "@tanstack/react-router";
import { useText } from "../../i18n/language.ts";
import { DefinitionPage, NewDefinitionPage } from "../definitions/DefinitionPage.tsx";

export function SequencePage() {
  const { name = "" } = useParams({ strict: false });
  return <DefinitionPage name={{ kind: "sequence", name }} back={<Back />} />;
}

export function NewSequencePage() {
  const { name = "" } = useParams({ strict: false });
  return <NewDefinitionPage name={{ kind: "sequence", name }} back={<Back />} />;
}

function Back() {
  const { t } = useText();
  return <Link to="/sequences">{t("definitions.sequence.title")}</Link>;
}
