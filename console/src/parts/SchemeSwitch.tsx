import { ActionIcon, useMantineColorScheme } from "@mantine/core";
import { useText } from "../i18n/language.ts";

const following = { auto: "light", light: "dark", dark: "auto" } as const;
const drawings = {
  auto: "M8 1.5a6.5 6.5 0 0 1 0 13z",
  light: "M8 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7z",
  dark: "M1.5 8a6.5 6.5 0 0 1 13 0a6.5 6.5 0 0 1-13 0z",
} as const;

/** As the system has it, light or dark: each press goes to the next. */
export function SchemeSwitch() {
  const { t } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = t("app.scheme", { scheme: t(`scheme.${colorScheme}`) });
  return (
    <ActionIcon variant="default" size="lg" aria-label={label} title={label} onClick={() => setColorScheme(following[colorScheme])}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d={drawings[colorScheme]} fill="currentColor" />
      </svg>
    </ActionIcon>
  );
}
