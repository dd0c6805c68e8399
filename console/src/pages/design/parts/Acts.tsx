import { IconPhone, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useText } from "../../../i18n/language.ts";
import { Act } from "../../../parts/act/Act.tsx";
import { ReasonDialog } from "../../../parts/act/ReasonDialog.tsx";
import { CopyButton } from "../../../parts/CopyButton.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Hint } from "../../../parts/Hint.tsx";
import { Section } from "../../../parts/Section.tsx";
import { toastList } from "../../../parts/toast/toasts.ts";

const tones = ["main", "plain", "quiet", "danger"] as const;
const wait = (): Promise<void> => new Promise((done) => setTimeout(done, 2_000));

/** What is pressed: every tone, at rest, with a sign, greyed with its reason, at work, refused; what it opens and what it says. */
export function Acts() {
  const { t } = useText();
  const [opened, setOpened] = useState<"dialog" | "reason">();
  const nothing = (): void => undefined;
  const refuse = async (): Promise<void> => {
    throw new Error(t("design.refused"));
  };
  const close = (): void => setOpened(undefined);
  return (
    <Section title={t("design.acts")} lead={t("design.actsLead")}>
      <div className="stack">
        {tones.map((tone) => (
          <div key={tone} className="row">
            <Act tone={tone} run={nothing}>
              {tone}
            </Act>
            <Act tone={tone} icon={IconPlus} run={nothing}>
              {t("design.withSign")}
            </Act>
            <Act tone={tone} whyNot={t("design.reason")} run={nothing}>
              {t("design.greyed")}
            </Act>
            <Act tone={tone} size="xs" run={wait}>
              {t("design.working")}
            </Act>
          </div>
        ))}
        <div className="row">
          <Act icon={IconPhone} keys="y" run={() => toastList.say({ text: t("design.said") })}>
            {t("design.withKey")}
          </Act>
          <Act run={() => toastList.say({ text: t("design.said"), undo: nothing })}>{t("design.toast")}</Act>
          <Act run={() => toastList.say({ text: t("common.failed"), fault: new Error(t("design.refused")) })}>{t("design.toastFault")}</Act>
          <Act run={refuse}>{t("design.willRefuse")}</Act>
          <Act run={() => setOpened("dialog")}>{t("design.dialog")}</Act>
          <Act run={() => setOpened("reason")}>{t("design.reasonDialog")}</Act>
          <CopyButton text={t("design.pangram")} of={t("design.pangram")} />
          <Hint text={t("design.hintText")}>
            {(describedBy) => (
              <button type="button" className="sample-hint" aria-describedby={describedBy}>
                {t("design.hint")}
              </button>
            )}
          </Hint>
        </div>
      </div>
      <Dialog isOpen={opened === "dialog"} close={close} title={t("design.dialog")}>
        <p>{t("design.pangram")}</p>
      </Dialog>
      <ReasonDialog
        isOpen={opened === "reason"}
        close={close}
        title={t("design.reasonDialog")}
        confirm={t("design.confirm")}
        run={wait}
        isDanger
      />
    </Section>
  );
}
