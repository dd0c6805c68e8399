import { useQuery, useQueryClient } from "@tanstack/react-query";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { answered, done } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { SwitchField, TextField } from "../../parts/form/fields.tsx";
import { toastList } from "../../parts/toast/toasts.ts";
import { isSameQuery, type ListQuery } from "./use-people-query.ts";

interface ViewsProps {
  readonly query: ListQuery;
  readonly show: (query: ListQuery) => void;
}

/** Lists with a name, one's own and the team's, as a row one picks from; and what can be done with the one shown. */
export function Views({ query, show }: ViewsProps) {
  const { t } = useText();
  const views = useQuery({ queryKey: ["views"], queryFn: () => answered(client.GET("/api/views")) }).data?.items ?? [];
  const [open, setOpen] = useState<"new" | "old">();
  const current = views.find((view) => isSameQuery(view.query, query));
  const isEverybody = isSameQuery(query, {});
  const close = (): void => setOpen(undefined);
  return (
    <div className="views">
      <nav className="tabs" aria-label={t("people.views")}>
        <button type="button" aria-current={isEverybody ? "true" : undefined} aria-pressed={isEverybody} onClick={() => show({})}>
          {t("people.all")}
        </button>
        {views.map((view) => (
          <button
            key={view.id}
            type="button"
            aria-pressed={view.id === current?.id}
            title={view.shared ? t("people.viewShared") : undefined}
            onClick={() => show(view.query)}
          >
            {view.name}
          </button>
        ))}
      </nav>
      {current === undefined ? (
        isEverybody ? null : (
          <Act size="xs" tone="quiet" icon={IconBookmark} run={() => setOpen("new")}>
            {t("people.saveView")}
          </Act>
        )
      ) : (
        <Act size="xs" tone="quiet" run={() => setOpen("old")} permission={current.shared ? "people:change" : "people:read"}>
          {t("people.viewOptions")}
        </Act>
      )}
      <Dialog isOpen={open === "new"} close={close} title={t("people.saveView")}>
        {open === "new" ? <NewView query={query} close={close} /> : null}
      </Dialog>
      <Dialog isOpen={open === "old"} close={close} title={current?.name ?? ""}>
        {open === "old" && current !== undefined ? <OldView view={current} close={close} leave={() => show({})} /> : null}
      </Dialog>
    </div>
  );
}

function NewView({ query, close }: { readonly query: ListQuery; readonly close: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const send = async (): Promise<void> => {
    await answered(client.POST("/api/views", { body: { name, shared, query } }));
    await queries.invalidateQueries({ queryKey: ["views"] });
    toastList.say({ text: t("people.viewSaved", { name }) });
    close();
  };
  return (
    <Form send={send} submit={t("people.viewSave")}>
      <TextField name="name" label={t("people.viewName")} value={name} change={setName} required />
      <SwitchField name="shared" label={t("people.viewShared")} help={t("people.viewSharedHelp")} value={shared} change={setShared} />
    </Form>
  );
}

interface View {
  readonly id: string;
  readonly name: string;
  readonly shared: boolean;
  readonly query: ListQuery;
}

function OldView({ view, close, leave }: { readonly view: View; readonly close: () => void; readonly leave: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const [name, setName] = useState(view.name);
  const readAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: ["views"] });
  const path = { id: view.id };
  const rename = async (): Promise<void> => {
    await answered(client.PUT("/api/views/{id}", { params: { path }, body: { name, query: view.query } }));
    await readAgain();
    toastList.say({ text: t("people.viewChanged", { name }) });
    close();
  };
  const remove = async (): Promise<void> => {
    await done(client.DELETE("/api/views/{id}", { params: { path } }));
    close();
    leave();
    await readAgain();
    const { name: before, shared, query } = view;
    const undo = (): void => void answered(client.POST("/api/views", { body: { name: before, shared, query } })).then(readAgain);
    toastList.say({ text: t("people.viewGone", { name: before }), undo });
  };
  return (
    <Form
      send={rename}
      submit={t("people.viewRename")}
      beside={
        <Act tone="danger" icon={IconTrash} run={remove}>
          {t("people.viewDelete")}
        </Act>
      }
    >
      <TextField name="name" label={t("people.viewName")} value={name} change={setName} required />
    </Form>
  );
}
