import { type Icon, IconAt, IconClockHour9, IconCoins, IconHistory, IconKey, IconListDetails, IconUsersGroup } from "@tabler/icons-react";
import { type ComponentType, lazy } from "react";
import type { Permission } from "#core/access/permission.ts";
import type { MessageId } from "../../i18n/en.ts";
import { AuditLog } from "../../settings/AuditLog.tsx";
import { Keys } from "../../settings/Keys.tsx";
import { Sender } from "../../settings/Sender.tsx";
import { TeamAndRoles } from "../../settings/TeamAndRoles.tsx";
import { Usage } from "../../settings/Usage.tsx";

/** Reads and writes YAML: it comes when somebody looks at it. */
const Manners = lazy(async () => ({ default: (await import("../../settings/Manners.tsx")).Manners }));

const Attributes = lazy(async () => ({ default: (await import("../../settings/Attributes.tsx")).Attributes }));

/** One part of the settings, at an address of its own: `/settings/<id>`. */
export interface SettingsSection {
  readonly id: string;
  readonly label: MessageId;
  readonly icon: Icon;
  readonly permission: Permission;
  readonly component: ComponentType;
}

/** Every section, in its order. One is added here and nowhere else; the first is what `/settings` shows. */
export const sections: readonly [SettingsSection, ...SettingsSection[]] = [
  { id: "sender", label: "settings.sender", icon: IconAt, permission: "settings:read", component: Sender },
  { id: "manners", label: "settings.manners", icon: IconClockHour9, permission: "definitions:read", component: Manners },
  { id: "attributes", label: "settings.attributes", icon: IconListDetails, permission: "definitions:read", component: Attributes },
  { id: "team", label: "settings.team", icon: IconUsersGroup, permission: "settings:read", component: TeamAndRoles },
  { id: "keys", label: "settings.keys", icon: IconKey, permission: "keys:manage", component: Keys },
  { id: "usage", label: "settings.usage", icon: IconCoins, permission: "settings:read", component: Usage },
  { id: "log", label: "settings.log", icon: IconHistory, permission: "audit:read", component: AuditLog },
];
