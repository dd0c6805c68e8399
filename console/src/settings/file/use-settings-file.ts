import { useQuery, useQueryClient } from "@tanstack/react-query";
import { parse } from "yaml";
import { type Settings, settingsSchema } from "#core/settings/settings.ts";
import { editSettings, type SettingsChange } from "#core/settings/edit-settings.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { toastList } from "../../parts/toast/toasts.ts";
import { useText } from "../../i18n/language.ts";

const one = { kind: "settings", name: "default" } as const;
const path = "settings.yaml";

/** The settings in force as text and as read, and the way to publish a change of them as a new version. */
export function useSettingsFile() {
  const { t } = useText();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["definition", "settings", "settings"],
    queryFn: () => answered(client.GET("/api/definitions/{kind}/{name}", { params: { path: one } })),
  });
  const text = query.data?.files[path];
  const readAgain = (): Promise<unknown> =>
    Promise.all(
      ["definition", "definitions", "sender", "overview", "first-run"].map((name) => queries.invalidateQueries({ queryKey: [name] })),
    );
  const undo = async (version: number): Promise<void> => {
    await answered(
      client.POST("/api/definitions/{kind}/{name}/restore", { params: { path: one }, body: { version, note: t("manners.undone") } }),
    );
    await readAgain();
  };
  return {
    query,
    version: query.data?.version,
    settings: text === undefined ? undefined : read(text),
    /** Publishes the same text with some values changed; refuses where somebody published another version meanwhile. */
    publish: async (change: SettingsChange, note: string): Promise<void> => {
      if (text === undefined || query.data === undefined) return;
      const { version } = query.data;
      const answer = await answered(
        client.POST("/api/definitions/{kind}/{name}", {
          params: { path: one, header: { "if-match": String(version) } },
          body: { files: { [path]: editSettings(text, change) }, note },
        }),
      );
      await readAgain();
      toastList.say(
        answer.changed
          ? { text: t("manners.published", { version: answer.version }), undo: () => void undo(version) }
          : { text: t("manners.same") },
      );
    },
  };
}

function read(text: string): Settings | undefined {
  const parsed = settingsSchema.safeParse(parse(text));
  return parsed.success ? parsed.data : undefined;
}
