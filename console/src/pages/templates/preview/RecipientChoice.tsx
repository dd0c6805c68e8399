import { ActionIcon, TextInput } from "@mantine/core";
import { IconUserSearch, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useState } from "react";
import { answered } from "../../../api/answered.ts";
import { client } from "../../../api/client.ts";
import { useText } from "../../../i18n/language.ts";
import { useWhyNot } from "../../../parts/act/use-why-not.ts";
import { useSettled } from "./use-settled.ts";

export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Whom a mail is filled in for: somebody found by name, address or company; or, with nobody chosen, the example. */
export function RecipientChoice(props: {
  readonly chosen: Recipient | undefined;
  readonly choose: (recipient: Recipient | undefined) => void;
}) {
  const { t } = useText();
  const whyNot = useWhyNot("people:read");
  const list = useId();
  const [typed, setTyped] = useState("");
  const [place, setPlace] = useState(0);
  const words = useSettled(typed.trim(), 250);
  const query = useQuery({
    queryKey: ["preview-people", words],
    queryFn: () => answered(client.GET("/api/people", { params: { query: { q: words, limit: 8 } } })),
    enabled: words.length > 1,
  });
  const found = typed.trim().length > 1 ? (query.data?.items ?? []) : [];
  const choose = (recipient: Recipient | undefined): void => {
    props.choose(recipient);
    setTyped("");
    setPlace(0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && found.length > 0) {
      event.preventDefault();
      setPlace((place + by + found.length) % found.length);
    }
    const here = found[place];
    if (event.key === "Enter" && here !== undefined) {
      event.preventDefault();
      choose({ id: here.id, name: here.name ?? here.email, email: here.email });
    }
    if (event.key === "Escape" && typed !== "") {
      event.stopPropagation();
      setTyped("");
    }
  };
  const isOpen = found.length > 0;
  return (
    <div className="recipient">
      <p className="recipient-chosen">
        <span className="quiet small">{t("preview.for")}</span>
        <span className="strong break">{props.chosen?.name ?? t("preview.example")}</span>
        {props.chosen === undefined || props.chosen.name === props.chosen.email ? null : (
          <span className="quiet small break">{props.chosen.email}</span>
        )}
        {props.chosen === undefined ? null : (
          <ActionIcon variant="subtle" aria-label={t("preview.useExample")} onClick={() => choose(undefined)}>
            <IconX size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        )}
      </p>
      {whyNot !== undefined ? (
        <p className="quiet small">{whyNot}</p>
      ) : (
        <div className="recipient-search">
          <TextInput
            role="combobox"
            aria-label={t("preview.find")}
            placeholder={t("preview.find")}
            aria-expanded={isOpen}
            aria-controls={list}
            aria-autocomplete="list"
            {...(isOpen ? { "aria-activedescendant": `${list}${place}` } : {})}
            autoComplete="off"
            leftSection={<IconUserSearch size={18} stroke={1.6} aria-hidden />}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setPlace(0);
            }}
            onKeyDown={onKeyDown}
          />
          <ul id={list} role="listbox" aria-label={t("preview.find")} className="recipient-list" hidden={!isOpen}>
            {found.map((person, index) => (
              <li
                key={person.id}
                id={`${list}${index}`}
                role="option"
                aria-selected={index === place}
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose({ id: person.id, name: person.name ?? person.email, email: person.email });
                }}
              >
                <span className="strong clip">{person.name ?? person.email}</span>
                <span className="quiet small clip">{person.name === null ? "" : person.email}</span>
              </li>
            ))}
          </ul>
          {typed.trim().length > 1 && query.isSuccess && words === typed.trim() && found.length === 0 ? (
            <p className="quiet small" role="status">
              {t("preview.nobody", { words })}
            </p>
          ) : null}
        </div>
      )}
    </div>
  );
}
