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
  /** Whether it shows what is in force, and not the text as it is edited. */
  readonly isOfPublished: boolean;
  readonly component: ComponentType<{ readonly name: string; readonly files: Files; readonly file: string; readonly isChanged: boolean }>;
}

const RulesInWords = lazy(async () => ({ default: (await import("../scoring/RulesInWords.tsx")).RulesInWords }));
const FlowSide = lazy(async () => ({ default: (await import("../sequences/FlowSide.tsx")).FlowSide }));
const PreviewSide = lazy(async () => ({ default: (await import("../templates/PreviewSide.tsx")).PreviewSide }));

const FormSide = lazy(async () => ({ default: (await import("../forms/FormSide.tsx")).FormSide }));

const companions: Readonly<Partial<Record<DefinitionKind, CompanionSide>>> = {
  sequence: { label: "definitions.side.flow", isFirst: true, isBeside: true, isOfPublished: true, component: FlowSide },
  email: { label: "definitions.side.preview", isFirst: true, isBeside: true, isOfPublished: false, component: PreviewSide },
  form: { label: "definitions.side.site", isFirst: false, isBeside: false, isOfPublished: true, component: FormSide },
  scoring: { label: "definitions.side.rules", isFirst: true, isBeside: false, isOfPublished: false, component: RulesInWords },
};

/** What stands beside a kind's text; of a text that was never published, only what can be made of the text alone. */
export function companionOf(kind: DefinitionKind, isNew: boolean): CompanionSide | undefined {
  const companion = companions[kind];
  return isNew && companion?.isOfPublished === true ? undefined : companion;
}
