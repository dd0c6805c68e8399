import { ActionIcon } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useText } from "../i18n/language.ts";
import { KeyHint } from "../parts/KeyHint.tsx";
import { asked } from "./asked.ts";

/** Opens the palette for whoever does not know its key, and tells the key. */
export function PaletteButton({ isSmall = false }: { readonly isSmall?: boolean }) {
  const { t } = useText();
  if (isSmall)
    return (
      <ActionIcon variant="subtle" size="xl" aria-label={t("palette.name")} onClick={asked.ask}>
        <IconSearch size={22} stroke={1.6} aria-hidden />
      </ActionIcon>
    );
  return (
    <button type="button" className="palette-button" aria-haspopup="dialog" onClick={asked.ask}>
      <IconSearch size={18} stroke={1.6} aria-hidden />
      <span className="clip">{t("palette.button")}</span>
      <KeyHint keys="mod+k" />
    </button>
  );
}
