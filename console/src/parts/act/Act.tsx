import { Button } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { Permission } from "#core/access/permission.ts";
import type { Keys } from "../../keys/read-keys.ts";
import { usePageAct } from "../../keys/use-page-act.ts";
import { Failure } from "../Failure.tsx";
import { Hint } from "../Hint.tsx";
import { KeyHint } from "../KeyHint.tsx";
import { useWhyNot } from "./use-why-not.ts";

const variants = { main: "filled", plain: "default", quiet: "subtle", danger: "light" } as const;

export interface ActProps {
  readonly children: string;
  /** What it does. A promise is waited for: the button shows progress, and the refusal where it was asked. */
  readonly run: () => void | Promise<unknown>;
  readonly permission?: Permission;
  /** Another reason why it cannot be done now, in a sentence. */
  readonly whyNot?: string | undefined;
  readonly tone?: keyof typeof variants;
  readonly icon?: Icon;
  readonly keys?: Keys;
  readonly size?: "xs" | "sm";
}

/** A button that does something. Who may not is told why; the button stays in reach so that the reason can be read. */
export function Act({ children, run, permission, whyNot, tone = "plain", icon: Icon, keys, size = "sm" }: ActProps) {
  const forbidden = useWhyNot(permission);
  const reason = forbidden ?? whyNot;
  const { isRunning, fault, start } = useRun(run);
  const press = (): void => {
    if (reason === undefined && !isRunning) start();
  };
  usePageAct(
    { label: children, run: press, ...(keys === undefined ? {} : { keys }), ...(Icon === undefined ? {} : { icon: Icon }) },
    keys !== undefined && reason === undefined,
  );
  const adornments: { leftSection?: ReactNode; rightSection?: ReactNode } = {};
  if (Icon !== undefined) adornments.leftSection = <Icon size={18} stroke={1.7} aria-hidden />;
  if (keys !== undefined) adornments.rightSection = <KeyHint keys={keys} />;
  return (
    <>
      <Hint text={reason}>
        {(describedBy) => (
          <Button
            size={size}
            variant={variants[tone]}
            {...(tone === "danger" ? { color: "red" } : {})}
            {...adornments}
            loading={isRunning}
            aria-busy={isRunning}
            aria-disabled={reason === undefined ? undefined : true}
            data-greyed={reason === undefined ? undefined : true}
            aria-describedby={describedBy}
            onClick={press}
          >
            {children}
          </Button>
        )}
      </Hint>
      {fault === undefined ? null : <Failure fault={fault} />}
    </>
  );
}

/** Runs something once at a time, and keeps what went wrong until the next try. */
function useRun(run: () => void | Promise<unknown>) {
  const [isRunning, setRunning] = useState(false);
  const [fault, setFault] = useState<Error>();
  const start = (): void => {
    setFault(undefined);
    const running = run();
    if (!(running instanceof Promise)) return;
    setRunning(true);
    running
      .catch((problem: unknown) => setFault(problem instanceof Error ? problem : new Error(String(problem))))
      .finally(() => setRunning(false));
  };
  return { isRunning, fault, start };
}
