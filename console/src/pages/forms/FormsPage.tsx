import { IconForms } from "@tabler/icons-react";
import { DefinitionsPage } from "../definitions/list/DefinitionsPage.tsx";

export function FormsPage() {
  return <DefinitionsPage kind="form" icon={IconForms} />;
}
