import "./merge.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Section } from "../../parts/Section.tsx";
import { MergeDialog } from "./MergeDialog.tsx";
import { type Named, useMergeActs } from "./merge-acts.ts";
import { Reasons } from "./Reasons.tsx";

/** Who looks like the same person, where somebody does; merged or told apart at once. */
export function LookalikeCard({ person }: { readonly person: PersonDetail }) {
  const { t } = useText();
  const { notTheSame } = useMergeActs();
  const [other, setOther] = useState<Named>();
  const query = useQuery({
    queryKey: ["lookalikes", person.id],
    queryFn: () => answered(client.GET("/api/people/{id}/duplicates", { params: { path: { id: person.id } } })),
    staleTime: 30_000,
  });
  const found = query.data?.items ?? [];
  if (found.length === 0) return null;
  return (
    <Section title={t("dup.looksLike")}>
      <ul className="lookalikes">
        {found.map(({ person: like, confidence, reasons }) => (
          <li key={like.id}>
            <p className="break">
              <Link to="/people/$id" params={{ id: like.id }}>
                {like.name}
              </Link>{" "}
              {like.name === like.email ? null : <span className="quiet small">{like.email}</span>}
            </p>
            <Reasons confidence={confidence} reasons={reasons} />
            <div className="row">
              <Act run={() => setOther(like)} permission="people:change" size="xs">
                {t("dup.compare")}
              </Act>
              <Act run={() => notTheSame(person, like)} permission="people:change" size="xs" tone="quiet">
                {t("dup.different")}
              </Act>
            </div>
          </li>
        ))}
      </ul>
      {other === undefined ? null : <MergeDialog person={person} other={other} close={() => setOther(undefined)} />}
    </Section>
  );
}
