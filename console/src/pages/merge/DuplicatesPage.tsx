import "./merge.css";
import { IconUsersGroup } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { DuplicatePair } from "#contract/duplicates.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Paged } from "../../parts/Paged.tsx";
import { Section } from "../../parts/Section.tsx";
import { MergeDialog } from "./MergeDialog.tsx";
import { useMergeActs } from "./merge-acts.ts";
import { Reasons } from "./Reasons.tsx";

/** Everybody who is likely to be in the base twice, pair by pair. */
export function DuplicatesPage() {
  const { t } = useText();
  return (
    <div className="stack">
      <Link to="/people" className="small">
        ← {t("person.back")}
      </Link>
      <PageHead title={t("dup.title")} lead={t("dup.lead")} />
      <Paged
        name={["duplicates"]}
        read={(cursor) => answered(client.GET("/api/people/duplicates", { params: { query: cursor === undefined ? {} : { cursor } } }))}
        empty={
          <Empty icon={IconUsersGroup} title={t("dup.none")}>
            {t("dup.noneText")}
          </Empty>
        }
      >
        {(pairs) => pairs.map((pair) => <PairCard key={`${pair.one.id}${pair.other.id}`} pair={pair} />)}
      </Paged>
    </div>
  );
}

function PairCard({ pair }: { readonly pair: DuplicatePair }) {
  const { t } = useText();
  const { notTheSame } = useMergeActs();
  const [isOpen, setOpen] = useState(false);
  const [kept, other] = pair.suggested === "one" ? [pair.one, pair.other] : [pair.other, pair.one];
  return (
    <Section title={t("dup.pair", { one: kept.name, other: other.name })}>
      <div className="pair-people">
        {[kept, other].map(({ id, name, email, company }) => (
          <p key={id} className="break">
            <Link to="/people/$id" params={{ id }}>
              {name}
            </Link>
            <br />
            <span className="quiet small">{[email, company].filter((part) => part !== null && part !== name).join(" · ")}</span>
          </p>
        ))}
      </div>
      <Reasons confidence={pair.confidence} reasons={pair.reasons} />
      <div className="row">
        <Act run={() => setOpen(true)} permission="people:change" size="xs">
          {t("dup.compare")}
        </Act>
        <Act run={() => notTheSame(kept, other)} permission="people:change" size="xs" tone="quiet">
          {t("dup.different")}
        </Act>
      </div>
      {isOpen ? <MergeDialog person={kept} other={other} close={() => setOpen(false)} /> : null}
    </Section>
  );
}
