import { TextInput } from "@mantine/core";
import { IconUserSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonSummary } from "#contract/api.ts";
import { shortestSearch } from "#core/search/search-words.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Failure } from "../../parts/Failure.tsx";
import { useSettled } from "../templates/preview/use-settled.ts";

/** Somebody else of the base, found as one types. */
export function PersonSearch(props: { readonly but: string; readonly choose: (person: PersonSummary) => void }) {
  const { t } = useText();
  const [typed, setTyped] = useState("");
  const words = useSettled(typed.trim(), 250);
  const isEnough = words.length >= shortestSearch;
  const query = useQuery({
    queryKey: ["merge-search", words],
    queryFn: () => answered(client.GET("/api/people", { params: { query: { q: words.slice(0, 100), limit: 8 } } })),
    enabled: isEnough,
  });
  const found = isEnough ? (query.data?.items ?? []).filter(({ id }) => id !== props.but) : [];
  return (
    <div className="stack">
      <TextInput
        type="search"
        label={t("merge.find")}
        description={t("merge.findHelp")}
        leftSection={<IconUserSearch size={18} stroke={1.6} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {query.isError ? <Failure fault={query.error} retry={() => void query.refetch()} /> : null}
      <ul className="merge-found">
        {found.map((person) => (
          <li key={person.id}>
            <button type="button" aria-label={t("merge.choose", { name: person.name })} onClick={() => props.choose(person)}>
              <span className="strong break">{person.name}</span>
              <span className="quiet small break">{[person.email, person.company].filter((part) => part !== null).join(" · ")}</span>
            </button>
          </li>
        ))}
      </ul>
      {isEnough && query.isSuccess && found.length === 0 ? <p role="status">{t("merge.nobody", { words })}</p> : null}
    </div>
  );
}
