import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FileProblem } from "#contract/definitions.ts";
import { type AttributeEdit, editAttributes, readAttributes } from "#core/person/edit-attributes.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { toastList } from "../../parts/toast/toasts.ts";
import { definitionKeys, definitionsApi } from "../../pages/definitions/definitions-api.ts";

const one = { kind: "person", name: "default" } as const;
export const schemaFile = "person.yaml";

/** The text of the schema, what a form makes of it, and the way to put it in force. */
export function useSchema() {
  const { t } = useText();
  const queries = useQueryClient();
  const [changed, setChanged] = useState<{ readonly version: number; readonly text: string }>();
  const [problems, setProblems] = useState<readonly FileProblem[]>([]);
  const query = useQuery({ queryKey: definitionKeys.one(one), queryFn: () => definitionsApi.one(one) });
  const uses = useQuery({ queryKey: ["definitions", "attribute-uses"], queryFn: () => answered(client.GET("/api/attributes/uses")) });
  const inForce = query.data?.files[schemaFile] ?? "";
  const version = query.data?.version ?? 0;
  // Made from a version that is no longer in force: a newer one is not written over.
  const text = changed?.text ?? inForce;
  const discard = (): void => {
    setChanged(undefined);
    setProblems([]);
  };
  return {
    query,
    version,
    inForce,
    text,
    problems,
    isChanged: text !== inForce,
    attributes: readAttributes(text),
    usesOf: (name: string) => uses.data?.items.find((item) => item.name === name),
    edit: (edit: AttributeEdit): void => setChanged({ version: changed?.version ?? version, text: editAttributes(text, edit) }),
    discard,
    /** Whether it is in force now. What is refused stays, with its reasons. */
    publish: async (note: string): Promise<boolean> => {
      const publishing = await definitionsApi.publish(one, changed?.version ?? version, { [schemaFile]: text }, note);
      if (publishing.kind === "stale") throw new Error(t("attributes.stale"));
      setProblems(publishing.kind === "problems" ? publishing.problems : []);
      if (publishing.kind === "problems") return false;
      await queries.invalidateQueries({ queryKey: definitionKeys.all });
      await queries.invalidateQueries({ queryKey: ["attributes"] });
      discard();
      toastList.say({ text: t("attributes.published", { version: publishing.version }) });
      return true;
    },
  };
}
