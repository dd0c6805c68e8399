import { ActionIcon } from "@mantine/core";
import { IconBaselineDensityMedium, IconBaselineDensitySmall } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useText } from "../i18n/language.ts";
import { density } from "../theme/density.ts";

const other = { comfortable: "compact", compact: "comfortable" } as const;
const icons = { comfortable: IconBaselineDensityMedium, compact: IconBaselineDensitySmall } as const;

/** Comfortable or compact: each press goes to the other. Not offered on a phone, which stays comfortable. */
export function DensitySwitch() {
  const { t } = useText();
  const now = useSyncExternalStore(density.subscribe, density.now);
  const label = t("app.density", { density: t(`density.${now}`) });
  const Icon = icons[now];
  return (
    <ActionIcon
      className="wide-only"
      variant="subtle"
      size="lg"
      aria-label={label}
      title={label}
      onClick={() => density.choose(other[now])}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
