import { ActionIcon, Menu } from "@mantine/core";
import { type Icon, IconDots } from "@tabler/icons-react";
import { useText } from "../../i18n/language.ts";

export interface MenuAct {
  readonly label: string;
  readonly run: () => void;
  readonly icon?: Icon;
  readonly isDanger?: boolean;
  /** Why it cannot be done: the line stays, greyed, and says so. */
  readonly whyNot?: string | undefined;
}

/** What is done more seldom, behind three dots. */
export function MoreMenu({ label, acts }: { readonly label?: string; readonly acts: readonly MenuAct[] }) {
  const { t } = useText();
  return (
    <Menu position="bottom-end" withinPortal={false} shadow="md" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon variant="default" size="2.5rem" radius="md" aria-label={label ?? t("act.more")}>
          <IconDots size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ label: line, run, icon: Icon, isDanger, whyNot }) => (
          <Menu.Item
            key={line}
            onClick={() => {
              if (whyNot === undefined) run();
            }}
            closeMenuOnClick={whyNot === undefined}
            aria-disabled={whyNot === undefined ? undefined : true}
            data-greyed={whyNot === undefined ? undefined : true}
            {...(isDanger === true ? { color: "var(--bad)" } : {})}
            {...(Icon === undefined ? {} : { leftSection: <Icon size={16} stroke={1.7} aria-hidden /> })}
          >
            {line}
            {whyNot === undefined ? null : <span className="small menu-why">{whyNot}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
