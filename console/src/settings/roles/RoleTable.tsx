import { type Permission, permissionNames, whoMay } from "#core/access/permission.ts";
import { roles } from "#core/access/role.ts";
import { useText } from "../../i18n/language.ts";
import { Section } from "../../parts/Section.tsx";
import type { Column } from "../../parts/table/column.ts";
import { DataTable } from "../../parts/table/DataTable.tsx";
import { Tag } from "../../parts/Tag.tsx";

/** The one table that the API enforces and the buttons are greyed from, in words. */
export function RoleTable() {
  const { t } = useText();
  const columns: readonly Column<Permission>[] = [
    {
      id: "what",
      head: t("roles.what"),
      width: "minmax(0, 1.4fr)",
      phone: "title",
      cell: (permission) => t(`permission.${permission}`),
    },
    {
      id: "who",
      head: t("roles.who"),
      width: "minmax(0, 2fr)",
      cell: (permission) => (
        <span className="row">
          {roles
            .filter((role) => whoMay(permission).includes(role))
            .map((role) => (
              <Tag key={role} tone={role === "owner" ? "act" : "plain"}>
                {t(`role.${role}`)}
              </Tag>
            ))}
        </span>
      ),
    },
  ];
  return (
    <Section title={t("roles.title")} lead={t("roles.lead")}>
      <DataTable
        name={t("roles.title")}
        columns={columns}
        rows={permissionNames}
        idOf={(permission) => permission}
        nameOf={(permission) => t(`permission.${permission}`)}
      />
    </Section>
  );
}
