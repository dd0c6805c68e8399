import { IconFlag } from "@tabler/icons-react";
import { useId } from "react";
import { useText } from "../../../i18n/language.ts";
import type { FlowPart } from "./flow-parts.ts";
import { StepCard } from "./StepCard.tsx";

/** Steps one beneath the other; a branch opens into its two arms and closes again. Read aloud it is a list in the order things happen. */
export function FlowList(props: { readonly parts: readonly FlowPart[]; readonly label?: string; readonly labelledBy?: string }) {
  const { t } = useText();
  return (
    <ol className="flow-list" aria-label={props.label} aria-labelledby={props.labelledBy}>
      {props.parts.map((part, place) => {
        switch (part.kind) {
          case "step":
            return (
              <li key={part.step.id} data-step={part.step.id} data-kind={part.step.kind}>
                <StepCard step={part.step} />
              </li>
            );
          case "branch":
            return (
              <li key={part.step.id} data-step={part.step.id} data-kind="branch">
                <StepCard step={part.step} />
                <div className="flow-arms">
                  <Arm answer="yes" parts={part.yes} />
                  <Arm answer="no" parts={part.no} />
                </div>
              </li>
            );
          case "end":
            return (
              <li key="end" data-kind="end">
                <span className="flow-end">
                  <IconFlag size={16} stroke={1.7} aria-hidden />
                  {t("flow.end")}
                </span>
              </li>
            );
          case "goes-to":
            return (
              <li key={`to${place}`} data-kind="end">
                <span className="flow-end">{t("flow.goesTo", { step: part.step })}</span>
              </li>
            );
        }
      })}
    </ol>
  );
}

/** One answer of a branch and what follows it, with how many took it where its first step tells. */
function Arm(props: { readonly answer: "yes" | "no"; readonly parts: readonly FlowPart[] }) {
  const { t, locale } = useText();
  const id = useId();
  const [first] = props.parts;
  const entered = first?.kind === "step" ? (first.step.counts?.entered ?? 0) : 0;
  const last = props.parts.at(-1);
  const goesOn = last !== undefined && last.kind === "step" && last.step.kind !== "exit";
  return (
    <div className="flow-arm" data-answer={props.answer}>
      <p id={id} className="flow-answer">
        <strong>{t(`flow.${props.answer}`)}</strong>
        {entered === 0 ? null : (
          <span className="quiet small figures">
            {t("flow.came", { count: entered, number: new Intl.NumberFormat(locale).format(entered) })}
          </span>
        )}
      </p>
      {props.parts.length === 0 ? <p className="quiet small">{t("flow.straightOn")}</p> : <FlowList parts={props.parts} labelledBy={id} />}
      {goesOn ? <p className="quiet small">{t("flow.thenOn")}</p> : null}
    </div>
  );
}
