import { useText } from "../../i18n/language.ts";
import { Tag } from "../../parts/Tag.tsx";
import type { ListedSource, Status } from "./ask.ts";

const healthTones = { waiting: "plain", well: "good", quarantined: "warn", refused: "bad", disabled: "plain" } as const;
const statusTones = {
  pending: "act",
  processed: "good",
  duplicate: "plain",
  quarantined: "warn",
  discarded: "plain",
  parked: "bad",
} as const;

/** How a source is, in a word. */
export function HealthTag({ health }: { readonly health: ListedSource["pulse"]["health"] }) {
  const { t } = useText();
  return <Tag tone={healthTones[health]}>{t(`sources.health.${health}`)}</Tag>;
}

/** What became of an arrival, in a word. */
export function StatusTag({ status }: { readonly status: Status }) {
  const { t } = useText();
  return <Tag tone={statusTones[status]}>{t(`sources.status.${status}`)}</Tag>;
}
