import { NativeSelect } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Figures } from "../../parts/chart/Figures.tsx";
import { Rates } from "../../parts/chart/Rates.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { Section } from "../../parts/Section.tsx";
import { Toolbar } from "../../parts/Toolbar.tsx";
import { inLanguage } from "../sequences/flow/flow-words.ts";
import { countWords, rateWords } from "./insight-words.ts";

/** What each mail of a sequence brought: who clicked and who replied of those it reached, with the range that so many can tell. */
export function SequenceInsights() {
  const { t, language } = useText();
  const list = useQuery({
    queryKey: ["definitions", "sequence"],
    queryFn: () => answered(client.GET("/api/definitions", { params: { query: { kind: "sequence" } } })),
  });
  const [chosen, setChosen] = useState<string>();
  const [version, setVersion] = useState<number>();
  if (list.isError) return <Failure fault={list.error} retry={() => void list.refetch()} />;
  if (list.data === undefined) return <Loading shape="page" />;
  const sequences = list.data.items;
  const sequence = sequences.find(({ name }) => name === chosen) ?? sequences[0];
  if (sequence === undefined)
    return (
      <Empty icon={IconMail} title={t("insights.noSequences")}>
        {t("insights.noSequencesText")}
      </Empty>
    );
  const versions = Array.from({ length: Math.min(20, sequence.version) }, (_, ago) => sequence.version - ago);
  return (
    <>
      <Toolbar label={t("insights.sequence")}>
        <NativeSelect
          label={t("insights.sequence")}
          value={sequence.name}
          data={sequences.map(({ name, title }) => ({ value: name, label: inLanguage(title, language) || name }))}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            setVersion(undefined);
          }}
        />
        <NativeSelect
          label={t("insights.version")}
          value={version === undefined ? "" : String(version)}
          data={[
            { value: "", label: t("insights.allVersions") },
            ...versions.map((one) => ({ value: String(one), label: t("insights.oneVersion", { version: one }) })),
          ]}
          onChange={(event) => setVersion(event.currentTarget.value === "" ? undefined : Number(event.currentTarget.value))}
        />
      </Toolbar>
      <Steps name={sequence.name} version={version} />
    </>
  );
}

function Steps({ name, version }: { readonly name: string; readonly version: number | undefined }) {
  const text = useText();
  const { t, language, locale } = text;
  const query = useQuery({
    queryKey: ["insights", "sequence", name, version],
    queryFn: () =>
      answered(
        client.GET("/api/insights/sequences/{name}", { params: { path: { name }, query: version === undefined ? {} : { version } } }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  if (query.isError) return <Failure fault={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading shape="page" />;
  const steps = query.data.steps.map((step) => ({ ...step, label: inLanguage(step.subject, language) || step.email }));
  if (steps.every(({ sent }) => sent === 0))
    return (
      <Empty icon={IconMail} title={t("insights.noSteps")}>
        {t("insights.noStepsText")}
      </Empty>
    );
  return (
    <>
      {(["replies", "clicks"] as const).map((what) => (
        <Section key={what}>
          <Rates
            title={t(`insights.steps.${what}`)}
            {...(what === "replies" ? { lead: t("insights.stepsLead") } : {})}
            of={t("insights.mail")}
            rows={steps.map((step) => ({ label: step.label, rate: step[what] }))}
          />
        </Section>
      ))}
      <Section>
        <Figures
          title={t("insights.steps")}
          name={`sequence-${name}`}
          heads={[
            t("insights.mail"),
            t("insights.sent"),
            t("insights.delivered"),
            t("insights.clicks"),
            t("insights.replies"),
            t("insights.bounces"),
            t("insights.unsubscribed"),
            t("insights.complaints"),
          ]}
          rows={steps.map((step) => ({
            shown: [
              step.label,
              countWords(step.sent, locale),
              countWords(step.delivered, locale),
              rateWords(step.clicks, text),
              rateWords(step.replies, text),
              countWords(step.bounced, locale),
              countWords(step.unsubscribed, locale),
              countWords(step.complained, locale),
            ],
            raw: [
              step.label,
              step.sent,
              step.delivered,
              step.clicks.count,
              step.replies.count,
              step.bounced,
              step.unsubscribed,
              step.complained,
            ],
          }))}
        />
      </Section>
    </>
  );
}
