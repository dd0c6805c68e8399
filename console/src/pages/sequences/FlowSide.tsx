import { useText } from "../../i18n/language.ts";
import { SequenceFlowView } from "./flow/SequenceFlowView.tsx";

/** The sequence that is in force as a flow; while its text is being changed, that is said. */
export function FlowSide({ name, isChanged }: { readonly name: string; readonly isChanged: boolean }) {
  const { t } = useText();
  return (
    <div className="stack">
      {isChanged ? <p className="quiet small">{t("definitions.flowOfPublished")}</p> : null}
      <SequenceFlowView name={name} />
    </div>
  );
}
