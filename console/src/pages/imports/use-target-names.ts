import { useQuery } from "@tanstack/react-query";
import { useText } from "../../i18n/language.ts";
import { isOwnTarget } from "#core/import/target.ts";
import { ask } from "./ask.ts";

/** What a column may be, in the reader's words: our own fields, and what `person.yaml` declares. */
export function useTargetNames(): (target: string) => string {
  const { t, own } = useText();
  const attributes = useQuery({ queryKey: ["attributes"], queryFn: ask.attributes, staleTime: 60_000 }).data?.items ?? [];
  return (target) => {
    const declared = attributes.find(({ name }) => name === target);
    if (declared !== undefined) return own(declared.label);
    return isOwnTarget(target) ? t(`imports.target.${target}`) : target;
  };
}
