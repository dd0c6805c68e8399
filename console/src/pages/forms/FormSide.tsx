import "../../theme/sources.css";
import { NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../i18n/language.ts";
import { CopyButton } from "../../parts/CopyButton.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { Section } from "../../parts/Section.tsx";
import { languageName } from "../definitions/language-name.ts";
import { ask } from "./ask.ts";
import { ChallengeSecret } from "./ChallengeSecret.tsx";
import { FormArrivals } from "./FormArrivals.tsx";

/** A form where it is used: how it gets onto a site, and what came through it. */
export function FormSide({ name }: { readonly name: string }) {
  const { t, language } = useText();
  const [chosen, choose] = useState<string>();
  const places = useQuery({
    queryKey: ["form", name, "places", chosen ?? language],
    queryFn: () => ask.places(name, chosen ?? language),
    placeholderData: keepPreviousData,
  });
  if (places.isPending) return <Loading shape="page" />;
  if (places.isError) return <Failure fault={places.error} retry={() => void places.refetch()} />;
  const { page, script, html, languages, challenge } = places.data;
  return (
    <div className="stack">
      <Section title={t("forms.place.title")} lead={t("forms.place.lead")}>
        <div className="stack">
          <Place title={t("forms.place.script")} lead={t("forms.place.scriptLead")} text={script} />
          <Place title={t("forms.place.page")} lead={t("forms.place.pageLead")} text={page} href={page} />
          <details className="stack">
            <summary>{t("forms.place.html")}</summary>
            <Place title={t("forms.place.html")} lead={t("forms.place.htmlLead")} text={html} />
            {languages.length < 2 ? null : (
              <NativeSelect
                label={t("forms.place.language")}
                value={places.data.language}
                data={languages.map((value) => ({ value, label: languageName(value, language) }))}
                onChange={(event) => choose(event.currentTarget.value)}
              />
            )}
          </details>
        </div>
      </Section>
      {challenge === null ? null : <ChallengeSecret name={name} challenge={challenge} changed={() => void places.refetch()} />}
      <FormArrivals name={name} />
    </div>
  );
}

function Place(props: { readonly title: string; readonly lead: string; readonly text: string; readonly href?: string }) {
  return (
    <div>
      <div className="section-head">
        <div>
          <h3>{props.href === undefined ? props.title : <a href={props.href}>{props.title}</a>}</h3>
          <p className="quiet small">{props.lead}</p>
        </div>
        <CopyButton text={props.text} of={props.title} />
      </div>
      <pre className="address" tabIndex={0} aria-label={props.title}>
        {props.text}
      </pre>
    </div>
  );
}
