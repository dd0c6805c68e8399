import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { sentences } from "#core/reason/sentences.ts";
import { stageSchema } from "#core/person/stage.ts";
import { answered } from "../../api/answered.ts";
import { api, client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Progress } from "../../parts/Progress.tsx";
import { type Begun, jobList, useJobs } from "./jobs.ts";

/** Refusals told by name; the others are counted. */
const told = 10;

/** Long work that was begun here: how far it has come, and what could not be done and why. */
export function Jobs() {
  const { t } = useText();
  const jobs = useJobs();
  if (jobs.length === 0) return null;
  return (
    <section className="card stack" aria-label={t("people.jobs")}>
      {jobs.map((job) => (
        <OneJob key={job.id} begun={job} />
      ))}
    </section>
  );
}

function OneJob({ begun }: { readonly begun: Begun }) {
  const { t, own } = useText();
  const queries = useQueryClient();
  const { data: job, isError } = useQuery({
    queryKey: ["job", begun.id],
    queryFn: () => answered(client.GET("/api/jobs/{id}", { params: { path: { id: begun.id } } })),
    refetchInterval: ({ state }) => (state.data?.state === "running" || state.data === undefined ? 1_000 : false),
  });
  const state = job?.state;
  const ended = useEffectEvent(() => void queries.invalidateQueries({ queryKey: ["people"] }));
  useEffect(() => {
    if (state === "done" || state === "stopped") ended();
  }, [state]);
  // A job of a base that is gone.
  const isGone = isError;
  useEffect(() => {
    if (isGone) jobList.putAway(begun.id);
  }, [isGone, begun.id]);
  if (job === undefined) return null;
  const stage = stageSchema.safeParse(begun.about);
  const label = `${t(`people.job.${begun.act}`)} · ${stage.success && begun.act === "stage" ? t(`stage.${stage.data}`) : begun.about}`;
  const parts = [
    t("people.jobDone", { done: job.done }),
    ...(job.unchanged === 0 ? [] : [t("people.jobUnchanged", { count: job.unchanged })]),
    ...(job.problemText === null || job.state !== "stopped" ? [] : [t("people.jobStopped", { problem: own(job.problemText) })]),
  ];
  return (
    <div className="stack" data-job={job.state}>
      {job.state === "running" ? (
        <Progress label={label} done={job.seen} {...(job.of === null ? {} : { of: job.of })} note={t("people.jobGoesOn")} />
      ) : (
        <div className="section-head">
          <p role="status">
            <span className="strong">{label}</span>
            {` · ${parts.join(" ")}`}
          </p>
          <Button size="xs" variant="subtle" color="gray" onClick={() => jobList.putAway(begun.id)}>
            {t("people.jobPutAway")}
          </Button>
        </div>
      )}
      {job.refused === 0 ? null : (
        <details open>
          <summary>{t("people.jobRefused", { count: job.refused })}</summary>
          <ul className="stack small">
            {job.refusals.slice(0, told).map(({ personId, code }) => (
              <Refusal key={personId} id={personId} code={code} />
            ))}
          </ul>
          {job.refused <= told ? null : <p className="quiet small">{t("people.jobMore", { count: job.refused - told })}</p>}
        </details>
      )}
    </div>
  );
}

/** Who was left out, and why. */
function Refusal({ id, code }: { readonly id: string; readonly code: string }) {
  const { t, own } = useText();
  const { data: person } = useQuery({ queryKey: ["person", id], queryFn: () => api.person(id), enabled: code !== "gone" });
  const known = Object.entries(sentences).find(([name]) => name === code)?.[1];
  return (
    <li>
      <Link to="/people/$id" params={{ id }} className="strong">
        {person?.name ?? id}
      </Link>
      {` · ${code === "gone" ? t("people.refused.gone") : known === undefined ? code : own(known)}`}
    </li>
  );
}
