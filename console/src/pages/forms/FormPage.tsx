import { Link, useParams } from "@tanstack/react-router";
import { useText } from "../../i18n/language.ts";
import { DefinitionPage, NewDefinitionPage } from "../definitions/DefinitionPage.tsx";

export function FormPage() {
  const { name = "" } = useParams({ strict: false });
  return <DefinitionPage name={{ kind: "form", name }} back={<Back />} />;
}

export function NewFormPage() {
  const { name = "" } = useParams({ strict: false });
  return <NewDefinitionPage name={{ kind: "form", name }} back={<Back />} />;
}

function Back() {
  const { t } = useText();
  return <Link to="/website-forms">{t("definitions.form.title")}</Link>;
}
