import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { declarationsIn, type Knowledge, languagesIn, nothingKnown } from "./completion/knowledge.ts";
import { definitionKeys, definitionsApi } from "./definitions-api.ts";

const person = { kind: "person", name: "default" } as const;
const settings = { kind: "settings", name: "default" } as const;
/** Names change seldom; a publish from here makes them be read again. */
const staleTime = 60_000;

/** What texts may speak of, as it is in force; nothing until it is known. */
export function useKnowledge(): Knowledge {
  const list = useQuery({ queryKey: definitionKeys.list(), queryFn: () => definitionsApi.list(), staleTime }).data;
  const personText = useQuery({ queryKey: definitionKeys.one(person), queryFn: () => definitionsApi.one(person), staleTime }).data;
  const settingsText = useQuery({ queryKey: definitionKeys.one(settings), queryFn: () => definitionsApi.one(settings), staleTime }).data;
  return useMemo(() => {
    if (list === undefined || personText === undefined || settingsText === undefined) return nothingKnown;
    const names = (kind: string): readonly string[] => list.items.filter((one) => one.kind === kind).map(({ name }) => name);
    return {
      declarations: declarationsIn(Object.values(personText?.files ?? {}).join("\n")),
      languages: languagesIn(Object.values(settingsText?.files ?? {}).join("\n")),
      emails: list.items.filter(({ kind, purpose }) => kind === "email" && purpose === "marketing").map(({ name }) => name),
      forms: names("form"),
    };
  }, [list, personText, settingsText]);
}
