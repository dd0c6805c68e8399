import { useQueryClient } from "@tanstack/react-query";
import type { paths } from "#contract/client/api-schema.ts";
import type { PersonDetail } from "#contract/api.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { save } from "../../api/save-file.ts";
import { useText } from "../../i18n/language.ts";
import { toastList } from "../../parts/toast/toasts.ts";

export type Given = NonNullable<paths["/api/people/{id}/consent"]["post"]["requestBody"]>["content"]["application/json"];
export type Purpose = Given["purpose"];

/** What is done with somebody's consent. Nothing here is shown before it is stored: it is a proof. */
export function useConsentActs({ id, name }: Pick<PersonDetail, "id" | "name">) {
  const { t, language } = useText();
  const queries = useQueryClient();
  const path = { params: { path: { id } } };
  const changed = (person: PersonDetail | undefined, said: string): void => {
    if (person !== undefined) queries.setQueryData(["person", id], person);
    for (const key of [
      ["person", id],
      ["timeline", id],
    ])
      void queries.invalidateQueries({ queryKey: key });
    toastList.say({ text: said });
  };
  return {
    give: async (given: Given): Promise<void> =>
      changed(await answered(client.POST("/api/people/{id}/consent", { ...path, body: given })), t("consent.recorded", { name })),
    withdraw: async (purpose: Purpose, reason: string): Promise<void> =>
      changed(
        await answered(client.POST("/api/people/{id}/consent/withdraw", { ...path, body: { purpose, reason } })),
        t("consent.withdrawnNow", { name }),
      ),
    askAgain: async (): Promise<void> => {
      const { sent } = await answered(client.POST("/api/people/{id}/consent/confirmation", path));
      changed(undefined, t(sent ? "consent.askedAgain" : "consent.notAskedAgain", { name }));
    },
    proof: async (): Promise<void> => {
      const page = await answered(
        client.GET("/api/people/{id}/consent-proof", {
          params: { path: { id }, query: { lang: language } },
          headers: { accept: "text/html" },
          parseAs: "text",
        }),
      );
      save(new Blob([String(page)], { type: "text/html" }), `consent-${id}.html`);
    },
  };
}
