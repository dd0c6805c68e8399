import { Link } from "@tanstack/react-router";
import type { DueView } from "#contract/api.ts";
import { useText } from "../i18n/language.ts";

/** One thing that waits: whose it is, what it is, and why it waits. */
export function WaitingItem({ item }: { readonly item: Omit<DueView, "key" | "dueAt"> }) {
  const { t, own } = useText();
  const who = item.name ?? item.email ?? t("common.unknown");
  return (
    <div>
      <p className="break">
        {item.personId === null ? (
          <span className="strong">{who}</span>
        ) : (
          <Link to="/people/$id" params={{ id: item.personId }} className="strong">
            {who}
          </Link>
        )}
        {` · ${t(`due.kind.${item.kind}`, { sequence: item.sequence ?? "", step: item.step ?? "" })}`}
      </p>
      <p className="quiet small break">{own(item.because.text)}</p>
    </div>
  );
}
