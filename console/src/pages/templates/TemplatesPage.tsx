import { IconMail } from "@tabler/icons-react";
import { DefinitionsPage } from "../definitions/list/DefinitionsPage.tsx";

export function TemplatesPage() {
  return <DefinitionsPage kind="email" icon={IconMail} />;
}
