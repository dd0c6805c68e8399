import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../../i18n/language.ts";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Section } from "../../parts/Section.tsx";
import { ask, type List } from "./ask.ts";
import { Outcome } from "./Outcome.tsx";
import { useFollowed } from "./use-followed.ts";
import { useTargetNames } from "./use-target-names.ts";

/** One list that was brought in, or tried: how far it has come, what became of its rows, and how it was read. */
export function ImportPage() {
  const { t } = useText();
  const { id } = useParams({ from: "/frame/imports/$id" });
  const { data: list, error, refetch } = useQuery({ queryKey: ["import", id], queryFn: () => ask.import(id) });
  const back = <Link to="/imports">{t("imports.back")}</Link>;
  if (list !== undefined) return <Known list={list} back={back} />;
  return (
    <div className="stack">
      <PageHead title={t("imports.one")} back={back} />
      {error === null ? <Loading /> : <Failure fault={error} retry={() => void refetch()} />}
    </div>
  );
}

function Known({ list: first, back }: { readonly list: List; readonly back: ReactNode }) {
  const { t } = useText();
  const list = useFollowed(first);
  const nameOf = useTargetNames();
  return (
    <div className="stack" data-import={list.state}>
      <PageHead title={list.name} lead={t(list.dryRun ? "imports.wasTried" : "imports.wasBrought", { by: list.by })} back={back} />
      <Outcome list={list} />
      <Section title={t("imports.how")}>
        <dl className="pairs">
          <Pair name={t("imports.when")}>
            <Moment at={list.createdAt} />
          </Pair>
          <Pair name={t("imports.basisTitle")}>
            {t(`imports.basis.${list.basis}`)}
            {list.evidence === null ? null : <p className="quiet small break">{list.evidence}</p>}
          </Pair>
          {list.tags.length === 0 ? null : (
            <Pair name={t("imports.tags")}>
              {list.tags.map((tag) => (
                <Link key={tag} to="/people" search={{ q: `#${tag}` }}>
                  #{tag}
                </Link>
              ))}
            </Pair>
          )}
          <Pair name={t("imports.columns")}>
            <ul className="small">
              {list.columns.map(({ header, target }) => (
                <li key={header} className="break">
                  {header} → {target === null ? t("imports.notTaken") : nameOf(target)}
                </li>
              ))}
            </ul>
          </Pair>
        </dl>
      </Section>
    </div>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
