import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useText } from "../../i18n/language.ts";

/** How long the fingers rest before what was typed is searched, in ms. */
const rest = 250;

/** Searches as one types; Enter need not be waited for. */
export function SearchField({ sought, seek }: { readonly sought: string; readonly seek: (text: string) => void }) {
  const { t } = useText();
  const [typed, setTyped] = useState(sought);
  const [known, setKnown] = useState(sought);
  // The address has changed by something else than typing: the back button, or another saved list.
  if (sought !== known) {
    setKnown(sought);
    if (sought !== typed.trim()) setTyped(sought);
  }
  const tell = useEffectEvent((text: string) => {
    if (text !== sought) seek(text);
  });
  useEffect(() => {
    const timer = setTimeout(() => tell(typed.trim()), rest);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        seek(typed.trim());
      }}
    >
      <TextInput
        type="search"
        label={t("people.search")}
        placeholder={t("people.searchHint")}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </form>
  );
}
