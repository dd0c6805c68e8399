import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import { longestTag, readTag } from "#core/person/tags.ts";
import { useMay } from "../../api/use-me.ts";
import { useText } from "../../i18n/language.ts";
import { usePersonActs } from "./use-person-acts.ts";

/** The words somebody is sorted by: one more, or one less. */
export function TagsField({ person }: { readonly person: PersonDetail }) {
  const { t } = useText();
  const mayChange = useMay()("people:change");
  const { edit } = usePersonActs(person);
  const [text, setText] = useState("");
  const tag = readTag(text);
  const change = (add: readonly string[], remove: readonly string[]): void => {
    const tags = { add: [...add], remove: [...remove] };
    const back = { add: [...remove], remove: [...add] };
    const after = [...person.tags.filter((one) => !remove.includes(one)), ...add];
    void edit({ tags }, { tags: back }, (before) => ({ ...before, tags: after }));
  };
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (tag !== undefined && !person.tags.includes(tag)) change([tag], []);
    setText("");
  };
  return (
    <div className="tags-field">
      <ul className="row" aria-label={t("follow.tags")}>
        {person.tags.map((one) => (
          <li key={one} className="tag">
            <span className="break">{one}</span>
            {mayChange ? (
              <ActionIcon
                variant="transparent"
                color="inherit"
                size="1.5rem"
                aria-label={t("follow.untag", { tag: one })}
                onClick={() => change([], [one])}
              >
                <IconX size={14} stroke={2} aria-hidden />
              </ActionIcon>
            ) : null}
          </li>
        ))}
        {person.tags.length === 0 ? <li className="quiet small">{t("follow.noTags")}</li> : null}
      </ul>
      {mayChange ? (
        <form className="tags-add" onSubmit={add}>
          <TextInput
            size="xs"
            aria-label={t("follow.newTag")}
            placeholder={t("follow.newTag")}
            maxLength={longestTag}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default" disabled={tag === undefined}>
            {t("follow.addTag")}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
