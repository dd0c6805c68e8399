import { useQuery } from "@tanstack/react-query";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { money } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Section } from "../../parts/Section.tsx";
import { FollowDialog } from "./FollowDialog.tsx";
import { TagsField } from "./TagsField.tsx";

/** How we follow them: who looks after them, what winning them is worth, and the words we sort them by. */
export function FollowCard({ person }: { readonly person: PersonDetail }) {
  const { t, locale } = useText();
  const [isOpen, setOpen] = useState(false);
  const { data: team } = useQuery({ queryKey: ["team"], queryFn: () => answered(client.GET("/api/team")), staleTime: 60_000 });
  const owner = team?.items.find((member) => member.email === person.owner?.toLowerCase())?.name ?? person.owner;
  return (
    <Section
      title={t("follow.title")}
      actions={
        <Act run={() => setOpen(true)} icon={IconPencil} permission="people:change" tone="quiet" size="xs">
          {t("follow.edit")}
        </Act>
      }
    >
      <dl className="pairs">
        <div>
          <dt>{t("follow.owner")}</dt>
          <dd className={owner === null ? "quiet" : ""}>{owner ?? t("follow.nobody")}</dd>
        </div>
        <div>
          <dt>{t("follow.value")}</dt>
          <dd className={person.value === null ? "quiet" : "figures"}>
            {person.value === null ? t("follow.noValue") : money(person.value.amount, person.value.currency, locale)}
          </dd>
        </div>
      </dl>
      <TagsField person={person} />
      {isOpen ? <FollowDialog person={person} team={team?.items ?? []} close={() => setOpen(false)} /> : null}
    </Section>
  );
}
