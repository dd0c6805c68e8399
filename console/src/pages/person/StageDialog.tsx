import { useState } from "react";
import type { PersonDetail } from "#contract/api.ts";
import { stages } from "#core/person/stage.ts";
import { useText } from "../../i18n/language.ts";
import { ReasonDialog } from "../../parts/act/ReasonDialog.tsx";
import { ChoiceField } from "../../parts/form/fields.tsx";

/** Another stage by hand, and why. */
export function StageDialog(props: {
  readonly person: Pick<PersonDetail, "name" | "stage">;
  readonly close: () => void;
  readonly move: (to: PersonDetail["stage"], reason: string) => void;
}) {
  const { t } = useText();
  const others = stages.filter((stage) => stage !== props.person.stage);
  const [to, setTo] = useState<PersonDetail["stage"]>(others[Math.max(0, stages.indexOf(props.person.stage))] ?? "awareness");
  return (
    <ReasonDialog
      isOpen
      close={props.close}
      title={t("stage.title", { name: props.person.name })}
      confirm={t("stage.move")}
      run={(reason) => {
        props.move(to, reason);
        return Promise.resolve();
      }}
    >
      <ChoiceField
        name="stage"
        label={t("stage.to")}
        value={to}
        change={(value) => setTo(others.find((stage) => stage === value) ?? to)}
        choices={others.map((value) => ({ value, label: t(`stage.${value}`) }))}
      />
    </ReasonDialog>
  );
}
