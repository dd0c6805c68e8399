import type { MemberView } from "#contract/team.ts";
import type { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Face } from "../../parts/Face.tsx";
import { Moment } from "../../parts/Moment.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RoleChoice } from "./RoleChoice.tsx";

/** What the list says of each member. */
export function memberColumns(parts: {
  readonly t: ReturnType<typeof useText>["t"];
  /** Who looks. */
  readonly me: string | undefined;
  readonly remove: (member: MemberView) => void;
}): readonly Column<MemberView>[] {
  const { t, me, remove } = parts;
  return [
    {
      id: "name",
      head: t("team.name"),
      width: "minmax(0, 2fr)",
      phone: "title",
      cell: ({ id, name, email }) => (
        <div className="who">
          <Face name={name} />
          <div>
            <span className="clip">{id === me ? `${name} (${t("team.you")})` : name}</span>
            <span className="clip quiet small">{email}</span>
          </div>
        </div>
      ),
    },
    { id: "role", head: t("team.role"), width: "minmax(0, 1.2fr)", cell: (member) => <RoleChoice member={member} /> },
    {
      id: "seen",
      head: t("team.seen"),
      width: "minmax(0, 1fr)",
      phone: "named",
      cell: ({ seenAt }) => <span className="quiet small">{seenAt === null ? t("team.never") : <Moment at={seenAt} />}</span>,
    },
    {
      id: "remove",
      head: "",
      width: "auto",
      align: "end",
      cell: (member) => (
        <Act permission="team:manage" tone="quiet" size="xs" run={() => remove(member)}>
          {t("team.remove")}
        </Act>
      ),
    },
  ];
}
