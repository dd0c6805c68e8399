import { Link, useParams } from "@tanstack/react-router";
import { useText } from "../../i18n/language.ts";
import { DefinitionPage, NewDefinitionPage } from "../definitions/DefinitionPage.tsx";

export function TemplatePage() {
  const { name = "" } = useParams({ strict: false });
  return <DefinitionPage name={{ kind: "email", name }} back={<Back />} />;
}

export function NewTemplatePage() {
  const { name = "" } = useParams({ strict: false });
  return <NewDefinitionPage name={{ kind: "email", name }} back={<Back />} />;
}

function Back() {
  const { t } = useText();
  return <Link to="/templates">{t("definitions.email.title")}</Link>;
}
