import type { MailInsightView, RateView } from "#contract/insights.ts";
import { useText } from "../../i18n/language.ts";
import { Tag } from "../../parts/Tag.tsx";
import { shareWords } from "./insight-words.ts";

type Standing = MailInsightView["total"]["standing"];
const tones = { good: "good", watch: "warn", bad: "bad", "too-few": "plain" } as const satisfies Record<Standing, string>;

/** How complaints stand against both lines, in words; the share beside them where there are enough to tell. */
export function Standing({ standing, rate }: { readonly standing: Standing; readonly rate: RateView }) {
  const { t, locale } = useText();
  return (
    <span className="row">
      {standing === "too-few" || rate.share === null ? null : <span className="figures">{shareWords(rate.share, locale)}</span>}
      <Tag tone={tones[standing]}>{t(`insights.standing.${standing}`)}</Tag>
    </span>
  );
}
