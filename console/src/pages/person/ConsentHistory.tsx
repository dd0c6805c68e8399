import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ConsentLine } from "#contract/consent.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { dateTime } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { sourceName } from "../../i18n/source-name.ts";
import { Failure } from "../../parts/Failure.tsx";

/** All that ever happened to what we may do, newest first; read once somebody wants to see it. */
export function ConsentHistory({ id }: { readonly id: string }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const history = useQuery({
    queryKey: ["person", id, "consent"],
    enabled: isOpen,
    queryFn: () => answered(client.GET("/api/people/{id}/consent", { params: { path: { id } } })),
  });
  return (
    <details className="small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("consent.history")}</summary>
      {history.error === null ? null : <Failure fault={history.error} />}
      {history.data?.items.length === 0 ? <p className="quiet">{t("consent.noHistory")}</p> : null}
      <ol className="parts">
        {(history.data?.items ?? []).map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
    </details>
  );
}

function Line({ line }: { readonly line: ConsentLine }) {
  const { t, own, locale } = useText();
  const said = [
    line.source === null ? null : t("person.source", { source: sourceName(line.source, t) }),
    line.how === null ? null : t(`consent.way.${line.how}`),
    line.by === null ? null : t("consent.recordedBy", { by: line.by }),
    line.ip,
  ].filter((part) => part !== null);
  return (
    <li>
      <p className="strong">{own(line.what)}</p>
      <p className="quiet">
        {t(`person.purpose.${line.purpose}`)} · {dateTime(line.at, locale)}
      </p>
      {said.length === 0 ? null : <p className="quiet break">{said.join(" · ")}</p>}
      {line.because === null ? null : <p className="break">{own(line.because.text)}</p>}
      {line.reason === null ? null : <p className="break">{line.reason}</p>}
      {line.text === null ? null : <p className="said break">{line.text}</p>}
    </li>
  );
}
