import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ApiProblem } from "../../api/answered.ts";
import type { Permission } from "#core/access/permission.ts";
import { useWhyNot } from "../act/use-why-not.ts";
import { Failure } from "../Failure.tsx";
import { Hint } from "../Hint.tsx";
import { FormFaultContext, isAbout } from "./form-fault.ts";

/**
 * A form: sends, shows progress, and puts a refusal at the field it is about (the problem document's `field`), with the focus on it.
 * A refusal about no field of the form stands above the button.
 */
export function Form(props: {
  readonly send: () => Promise<unknown>;
  readonly submit: string;
  readonly permission?: Permission;
  readonly children: ReactNode;
  /** Beside the button: another way out. */
  readonly beside?: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const fields = useRef(new Set<string>());
  const [fault, setFault] = useState<Error>();
  const [isSending, setSending] = useState(false);
  const whyNot = useWhyNot(props.permission);
  const join = useCallback((field: string) => {
    fields.current.add(field);
    return () => void fields.current.delete(field);
  }, []);
  const context = useMemo(() => ({ fault, join }), [fault, join]);
  const [isPlaced, setPlaced] = useState(false);
  useEffect(() => {
    if (fault !== undefined) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [fault]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (whyNot !== undefined || isSending) return;
    setFault(undefined);
    setSending(true);
    props
      .send()
      .catch((problem: unknown) => {
        const told = problem instanceof ApiProblem ? problem.field : undefined;
        setPlaced([...fields.current].some((field) => isAbout(told, field)));
        setFault(problem instanceof Error ? problem : new Error(String(problem)));
      })
      .finally(() => setSending(false));
  };
  return (
    <FormFaultContext value={context}>
      <form ref={form} className="stack form" onSubmit={submit}>
        {props.children}
        {fault === undefined || isPlaced ? null : <Failure fault={fault} />}
        <div className="row">
          <Hint text={whyNot}>
            {(describedBy) => (
              <Button
                type="submit"
                loading={isSending}
                aria-disabled={whyNot === undefined ? undefined : true}
                data-greyed={whyNot === undefined ? undefined : true}
                aria-describedby={describedBy}
              >
                {props.submit}
              </Button>
            )}
          </Hint>
          {props.beside}
        </div>
      </form>
    </FormFaultContext>
  );
}
