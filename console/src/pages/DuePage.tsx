import { Link } from "@tanstack/react-router";
import type { DueView } from "#contract/api.ts";
import { api } from "../api/client.ts";
import { time, weekday } from "../i18n/formats.ts";
import { useText } from "../i18n/language.ts";
import { Empty } from "../parts/Empty.tsx";
import { Paged } from "../parts/Paged.tsx";

/** Everything that waits, soonest first, day by day. */
export function DuePage() {
  const { t } = useText();
  return (
    <div className="stack">
      <div>
        <h1>{t("due.title")}</h1>
        <p className="quiet">{t("due.lead")}</p>
      </div>
      <Paged name={["due"]} read={api.due} empty={<Empty title={t("due.none")}>{t("due.noneText")}</Empty>}>
        {(items) => <Days items={items} />}
      </Paged>
    </div>
  );
}

function Days({ items }: { readonly items: readonly DueView[] }) {
  const { language } = useText();
  const days = Map.groupBy(items, (item) => weekday(item.dueAt, language));
  return [...days].map(([day, waiting]) => (
    <section key={day} className="card">
      <h2 style={{ marginTop: 0 }}>{day}</h2>
      <ul className="rows">
        {waiting.map((item) => (
          <li key={item.key} className="moment">
            <time dateTime={item.dueAt}>{time(item.dueAt, language)}</time>
            <Waiting item={item} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** One thing that waits: whose it is, what it is, and why it waits. */
export function Waiting({
  item,
}: {
  readonly item: Pick<DueView, "kind" | "personId" | "email" | "name" | "sequence" | "step" | "because">;
}) {
  const { t, own } = useText();
  const who = item.name ?? item.email ?? t("common.unknown");
  return (
    <div>
      {item.personId === null ? (
        <strong>{who}</strong>
      ) : (
        <Link to="/people/$id" params={{ id: item.personId }}>
          {who}
        </Link>
      )}
      <span> · {t(`due.kind.${item.kind}`, { sequence: item.sequence ?? "", step: item.step ?? "" })}</span>
      <div className="quiet">{own(item.because.text)}</div>
    </div>
  );
}
