import { useEffect, useRef, useState } from "react";
import type { FileProblem } from "#contract/definitions.ts";
import { definitionsApi, type Files } from "./definitions-api.ts";
import type { DefinitionName } from "./kinds.ts";

/** How long after the last key the text is checked, in ms. */
const pause = 350;

/** What the API says of the text as it is now. */
export interface Check {
  readonly problems: readonly FileProblem[];
  /** What publishing would make different, itself included. */
  readonly changes: readonly DefinitionName[];
  /** Whether what is told is about an older text than the one shown. */
  readonly isChecking: boolean;
  /** Why nothing could be checked: the API could not be reached. */
  readonly fault: Error | undefined;
}

interface Told extends Omit<Check, "isChecking"> {
  readonly files: Files;
}

/** What is in force was checked with all else when it was published. */
const sound: Check = { problems: [], changes: [], fault: undefined, isChecking: false };

/** Has the text checked a moment after each change, together with all else that is in force; unless it is what is in force. */
export function useCheck(files: Files, isInForce: boolean): Check {
  const [told, setTold] = useState<Told>();
  const isFirst = useRef(true);
  useEffect(() => {
    if (isInForce) {
      isFirst.current = false;
      return undefined;
    }
    const asking = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const { problems, changes } = await definitionsApi.check(files, asking.signal);
        if (!asking.signal.aborted) setTold({ files, problems, changes, fault: undefined });
      } catch (problem) {
        if (asking.signal.aborted) return;
        const fault = problem instanceof Error ? problem : new Error(String(problem));
        setTold({ files, problems: [], changes: [], fault });
      }
    };
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : pause);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [files, isInForce]);
  if (isInForce) return sound;
  return {
    problems: told?.problems ?? [],
    changes: told?.changes ?? [],
    fault: told?.fault,
    isChecking: told?.files !== files,
  };
}
