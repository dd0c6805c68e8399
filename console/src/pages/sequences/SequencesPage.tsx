import { IconRoute } from "@tabler/icons-react";
import { DefinitionsPage } from "../definitions/list/DefinitionsPage.tsx";

export function SequencesPage() {
  return <DefinitionsPage kind="sequence" icon={IconRoute} />;
}
