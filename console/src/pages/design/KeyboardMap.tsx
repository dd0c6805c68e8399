import { useText } from "../../i18n/language.ts";
import { KeyLines, useKeyLines } from "../../keys/KeyLines.tsx";
import { Section } from "../../parts/Section.tsx";

/** Every key that does something on this page, as the acts themselves say. */
export function KeyboardMap() {
  const { t } = useText();
  const { pages, acts } = useKeyLines();
  return (
    <Section title={t("keys.title")} lead={t("design.keysLead")}>
      <KeyLines lines={[...pages, ...acts]} />
    </Section>
  );
}
