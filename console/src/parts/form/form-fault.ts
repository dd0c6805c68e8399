import { createContext, useContext, useEffect } from "react";
import { useText } from "../../i18n/language.ts";
import { ApiProblem } from "../../api/answered.ts";

/** What a form's fields know of it: the refusal of its last sending, and that they are there to show it. */
export interface FormFault {
  readonly fault: Error | undefined;
  readonly join: (field: string) => () => void;
}

export const FormFaultContext = createContext<FormFault>({ fault: undefined, join: () => () => undefined });

/** What the API says about one field: its detail, and what would mend it. `field` may be a path: `mapping.email` is `mapping`'s too. */
export function useFieldFault(field: string): string | undefined {
  const { said } = useText();
  const { fault, join } = useContext(FormFaultContext);
  useEffect(() => join(field), [join, field]);
  if (!(fault instanceof ApiProblem) || !isAbout(fault.field, field)) return undefined;
  return [fault.message, fault.remedy].flatMap((part) => (part === undefined ? [] : [said(part)])).join(" ");
}

export function isAbout(told: string | undefined, field: string): boolean {
  return told === field || told?.startsWith(`${field}.`) === true;
}
