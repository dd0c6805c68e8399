import { ActionIcon, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { useText } from "../i18n/language.ts";

const following = { auto: "light", light: "dark", dark: "auto" } as const;
const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;

/** As the system has it, light or dark: each press goes to the next. */
export function SchemeSwitch() {
  const { t } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = t("app.scheme", { scheme: t(`scheme.${colorScheme}`) });
  const Icon = icons[colorScheme];
  return (
    <ActionIcon variant="subtle" size="lg" aria-label={label} title={label} onClick={() => setColorScheme(following[colorScheme])}>
      <Icon size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
