import { type ComponentType, lazy } from "react";
import type { DefinitionKind } from "#core/definition/definition.ts";
import type { MessageId } from "../../i18n/en.ts";
import type { Files } from "./definitions-api.ts";

/** What shows a text otherwise than as text: the rules in words, the flow of a sequence, a mail as it arrives. */
export interface CompanionSide {
  readonly label: MessageId;
  /** Whether it is what one sees first. */
  readonly isFirst: boolean;
  /** Whether it stands beside the text where the screen is wide enough. */
  readonly isBeside: boolean;
  readonly component: ComponentType<{ readonly name: string; readonly files: Files; readonly file: string; readonly isChanged: boolean }>;
}

const RulesInWords = lazy(async () => ({ default: (await import("../scoring/RulesInWords.tsx")).RulesInWords }));

const companions: Readonly<Partial<Record<DefinitionKind, CompanionSide>>> = {
  scoring: { label: "definitions.side.rules", isFirst: true, isBeside: false, component: RulesInWords },
};

export function companionOf(kind: DefinitionKind): CompanionSide | undefined {
  return companions[kind];
}
