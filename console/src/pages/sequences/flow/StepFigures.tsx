import type { FlowStep, StepCounts } from "#contract/sequence-flow.ts";
import type { MessageId } from "../../../i18n/en.ts";
import { useText } from "../../../i18n/language.ts";

/** What is told of a step: of a mail what became of it, of any other how many came. Who waits here now comes first. */
const told = {
  send: ["sent", "delivered", "clicked", "replied", "bounced"],
  wait: ["entered"],
  branch: [],
  set: ["entered"],
  notify: ["entered"],
  exit: ["entered"],
} as const satisfies Readonly<Record<FlowStep["kind"], readonly (keyof StepCounts)[]>>;

/** How many people a step has seen. What is none is left out, but that nobody clicked or answered a mail that left. */
export function StepFigures({ kind, counts }: { readonly kind: FlowStep["kind"]; readonly counts: StepCounts }) {
  const { t, locale } = useText();
  const write = (count: number): string => new Intl.NumberFormat(locale).format(count);
  const shown = told[kind].filter((name) => counts[name] > 0 || (counts.sent > 0 && (name === "clicked" || name === "replied")));
  return (
    <ul className="flow-figures small figures">
      {counts.waiting > 0 ? <li data-waiting>{t("flow.waiting", { count: counts.waiting, number: write(counts.waiting) })}</li> : null}
      {shown.map((name) => (
        <li key={name} data-bad={name === "bounced" ? true : undefined}>
          {t(`flow.${name}` satisfies MessageId, { count: counts[name], number: write(counts[name]) })}
        </li>
      ))}
    </ul>
  );
}
