import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type * as z from "zod";
import type { parkedViewSchema } from "#contract/api.ts";
import { api } from "../api/client.ts";
import { dateTime } from "../i18n/formats.ts";
import { useText } from "../i18n/language.ts";
import { Empty } from "../parts/Empty.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Paged } from "../parts/Paged.tsx";
import { Waiting } from "./DuePage.tsx";

type Parked = z.infer<typeof parkedViewSchema>;

/** What was given up, with its reason and a way on. */
export function ParkedPage() {
  const { t } = useText();
  return (
    <div className="stack">
      <div>
        <h1>{t("parked.title")}</h1>
        <p className="quiet">{t("parked.lead")}</p>
      </div>
      <Paged name={["parked"]} read={api.parked} empty={<Empty title={t("parked.none")}>{t("parked.noneText")}</Empty>}>
        {(items) => (
          <ul className="rows card">
            {items.map((item) => (
              <li key={item.key}>
                <ParkedRow item={item} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </div>
  );
}

function ParkedRow({ item }: { readonly item: Parked }) {
  const { t, language } = useText();
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: (decision: "retry" | "resend" | "count-as-sent") => api.retry(item.key, decision),
    onSuccess: () => client.invalidateQueries({ queryKey: ["overview"] }),
  });
  return (
    <div className="moment">
      <span className="quiet">
        {dateTime(item.parkedAt, language)}
        <br />
        {t("parked.tries", { count: item.attempts })}
      </span>
      <div className="stack">
        <Waiting item={item} />
        {item.problem === "" ? null : <p className="said">{item.problem}</p>}
        {item.uncertain ? <p className="quiet">{t("parked.uncertain")}</p> : null}
        {retry.isError ? <Failure fault={retry.error} /> : null}
        {retry.isSuccess ? (
          <p role="status">{t("parked.done")}</p>
        ) : (
          <div style={{ display: "flex", gap: "0.5rem", flexWrap: "wrap" }}>
            {item.uncertain ? (
              <>
                <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate("resend")}>
                  {t("parked.resend")}
                </Button>
                <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate("count-as-sent")}>
                  {t("parked.sent")}
                </Button>
              </>
            ) : (
              <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate("retry")}>
                {t("parked.retry")}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
