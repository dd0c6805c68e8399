import type { ApiKeyView } from "#contract/api.ts";
import type { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Moment } from "../../parts/Moment.tsx";
import type { Column } from "../../parts/table/column.ts";
import { Tag } from "../../parts/Tag.tsx";

/** What the list says of each key. */
export function keyColumns(parts: {
  readonly t: ReturnType<typeof useText>["t"];
  readonly revoke: (key: ApiKeyView) => void;
}): readonly Column<ApiKeyView>[] {
  const { t, revoke } = parts;
  return [
    {
      id: "name",
      head: t("apiKeys.name"),
      width: "minmax(0, 1.4fr)",
      phone: "title",
      cell: ({ name, createdBy, createdAt }) => (
        <div>
          <span className="clip strong">{name}</span>
          <span className="clip quiet small">
            {t("apiKeys.madeBy", { name: createdBy })} · <Moment at={createdAt} />
          </span>
        </div>
      ),
    },
    {
      id: "scopes",
      head: t("apiKeys.scopes"),
      width: "minmax(0, 2fr)",
      cell: ({ scopes }) => <span className="small">{scopes.map((scope) => t(`permission.${scope}`)).join(" · ")}</span>,
    },
    {
      id: "used",
      head: t("apiKeys.used"),
      width: "minmax(0, 0.8fr)",
      phone: "named",
      cell: ({ usedAt }) => <span className="quiet small">{usedAt === null ? t("apiKeys.neverUsed") : <Moment at={usedAt} />}</span>,
    },
    {
      id: "state",
      head: "",
      width: "8rem",
      align: "end",
      cell: (key) =>
        key.revokedAt === null ? (
          <Act permission="keys:manage" tone="quiet" size="xs" run={() => revoke(key)}>
            {t("apiKeys.revoke")}
          </Act>
        ) : (
          <Tag tone="bad">{t("apiKeys.revoked")}</Tag>
        ),
    },
  ];
}
