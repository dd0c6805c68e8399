import type { Lookalike } from "#contract/duplicates.ts";
import { useText } from "../../i18n/language.ts";
import { Tag } from "../../parts/Tag.tsx";

/** Why two people may be one, and how sure that is. */
export function Reasons({ confidence, reasons }: Pick<Lookalike, "confidence" | "reasons">) {
  const { t, own, locale } = useText();
  const percent = new Intl.NumberFormat(locale, { style: "percent" }).format(confidence);
  return (
    <>
      <Tag tone={confidence >= 0.8 ? "act" : "plain"}>{t("dup.sure", { percent })}</Tag>
      <ul className="likeness quiet small">
        {reasons.map(({ kind, text }) => (
          <li key={kind}>{own(text)}</li>
        ))}
      </ul>
    </>
  );
}
