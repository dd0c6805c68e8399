import { Textarea } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useText } from "../../i18n/language.ts";
import { Dialog } from "../Dialog.tsx";
import { Failure } from "../Failure.tsx";
import { Button } from "@mantine/core";

/** An act that must say why it is done: moving a stage by hand, stopping everything. The reason goes into the history with it. */
export function ReasonDialog(props: {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly children?: ReactNode;
  readonly confirm: string;
  readonly isDanger?: boolean;
  /** Is waited for; a refusal is shown and the words are kept. */
  readonly run: (reason: string) => Promise<unknown>;
}) {
  const { t } = useText();
  const [reason, setReason] = useState("");
  const [isRunning, setRunning] = useState(false);
  const [fault, setFault] = useState<Error>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setRunning(true);
    setFault(undefined);
    props
      .run(reason.trim())
      .then(() => {
        setReason("");
        props.close();
      })
      .catch((problem: unknown) => setFault(problem instanceof Error ? problem : new Error(String(problem))))
      .finally(() => setRunning(false));
  };
  return (
    <Dialog isOpen={props.isOpen} close={props.close} title={props.title}>
      <form className="stack" onSubmit={submit}>
        {props.children}
        <Textarea
          label={t("act.reason")}
          description={t("act.reasonKept")}
          required
          withAsterisk={false}
          maxLength={500}
          rows={3}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {fault === undefined ? null : <Failure fault={fault} />}
        <div className="row end">
          <Button variant="subtle" onClick={props.close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={isRunning} disabled={reason.trim() === ""} {...(props.isDanger === true ? { color: "red" } : {})}>
            {props.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
