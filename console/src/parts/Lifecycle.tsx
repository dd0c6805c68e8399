import type { PersonSummary } from "#contract/api.ts";
import { useText } from "../i18n/language.ts";
import { Tag } from "./Tag.tsx";

const tones = { contact: "plain", prospect: "act", client: "good" } as const satisfies Record<PersonSummary["lifecycle"], string>;

export function Lifecycle({ lifecycle }: { readonly lifecycle: PersonSummary["lifecycle"] }) {
  const { t } = useText();
  return <Tag tone={tones[lifecycle]}>{t(`lifecycle.${lifecycle}`)}</Tag>;
}
