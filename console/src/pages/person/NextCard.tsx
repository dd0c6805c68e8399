import { Badge } from "@mantine/core";
import type { PersonDetail } from "#contract/api.ts";
import { useText } from "../../i18n/language.ts";
import { Moment } from "../../parts/Moment.tsx";

/** The sequences they are in: what comes next, when, and why then. */
export function NextCard({ person }: { readonly person: PersonDetail }) {
  const { t, own } = useText();
  return (
    <section className="card">
      <h2 style={{ marginTop: 0 }}>{t("person.next")}</h2>
      {person.enrollments.length === 0 ? <p className="quiet">{t("person.noSequence")}</p> : null}
      {person.enrollments.map((run) => (
        <div key={run.id}>
          <strong>{own(run.name)}</strong>{" "}
          <Badge variant="light" tt="none" color={run.status === "active" ? "indigo" : run.status === "parked" ? "red" : "gray"}>
            {t(`run.${run.status}`)}
          </Badge>
          <div className="quiet">
            {run.dueAt === null ? null : (
              <>
                {t("run.step", { step: run.step })}, <Moment at={run.dueAt} />.{" "}
              </>
            )}
            {own(run.because.text)}
          </div>
        </div>
      ))}
    </section>
  );
}
