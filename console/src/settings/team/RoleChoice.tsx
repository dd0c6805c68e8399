import { NativeSelect } from "@mantine/core";
import type { MemberView } from "#contract/team.ts";
import { roles } from "#core/access/role.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { useWhyNot } from "../../parts/act/use-why-not.ts";
import { Hint } from "../../parts/Hint.tsx";
import { useOptimistic } from "../../parts/toast/use-optimistic.ts";

interface TeamPage {
  readonly items: readonly MemberView[];
}

/** A member's role: changed at once, taken back at once. */
export function RoleChoice({ member }: { readonly member: MemberView }) {
  const { t } = useText();
  const whyNot = useWhyNot("team:manage");
  const act = useOptimistic<TeamPage>();
  const send = (role: MemberView["role"]) =>
    answered(client.PATCH("/api/team/{id}", { params: { path: { id: member.id } }, body: { role } }));
  const change = (value: string): void => {
    const role = roles.find((each) => each === value);
    if (role === undefined || role === member.role) return;
    void act({
      of: ["team"],
      change: (page) => ({ ...page, items: page.items.map((one) => (one.id === member.id ? { ...one, role } : one)) }),
      send: () => send(role),
      undo: () => send(member.role),
      said: t("team.roleSet", { name: member.name, role: t(`role.${role}`) }),
    });
  };
  return (
    <Hint text={whyNot}>
      {(describedBy) => (
        <NativeSelect
          size="xs"
          aria-label={t("team.roleOf", { name: member.name })}
          aria-describedby={describedBy}
          disabled={whyNot !== undefined}
          value={member.role}
          data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </Hint>
  );
}
