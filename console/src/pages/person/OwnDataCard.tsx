import { useNavigate } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { IconDownload, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Section } from "../../parts/Section.tsx";
import { toastList } from "../../parts/toast/toasts.ts";
import { EraseDialog } from "./EraseDialog.tsx";

/** What the law lets anybody ask of us: all that is known of them, and to be forgotten. */
export function OwnDataCard({ person }: { readonly person: PersonDetail }) {
  const { t } = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const save = async (): Promise<void> => {
    const file = await answered(client.GET("/api/people/{id}/file", { params: { path: { id: person.id } } }));
    saveFile(`${person.id}.json`, JSON.stringify(file, null, 2));
  };
  const gone = (): void => {
    queries.removeQueries({ queryKey: ["timeline", person.id] });
    for (const key of ["people", "calls", "later", "pipeline"]) void queries.invalidateQueries({ queryKey: [key] });
    toastList.say({ text: t("erase.done", { name: person.name }) });
    void navigate({ to: "/people" });
  };
  return (
    <Section title={t("own.title")} lead={t("own.lead")}>
      <div className="row">
        <Act run={save} icon={IconDownload} permission="people:export">
          {t("own.export")}
        </Act>
        <Act run={() => setOpen(true)} icon={IconTrash} permission="people:erase" tone="danger">
          {t("erase.act")}
        </Act>
      </div>
      {isOpen ? <EraseDialog person={person} close={() => setOpen(false)} gone={gone} /> : null}
    </Section>
  );
}

/** Hands a text to the browser as a file. */
function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
