import { useText } from "../../../i18n/language.ts";
import { Face } from "../../../parts/Face.tsx";
import { KeyHint } from "../../../parts/KeyHint.tsx";
import { Lifecycle } from "../../../parts/Lifecycle.tsx";
import { ScoreBar, ScoreLegend } from "../../../parts/ScoreBar.tsx";
import { Section } from "../../../parts/Section.tsx";
import { StagePlace, StageTrack } from "../../../parts/StagePlace.tsx";
import { Tag } from "../../../parts/Tag.tsx";

const tones = ["plain", "good", "act", "warn", "bad"] as const;
const lifecycles = ["contact", "prospect", "client"] as const;
const stages = ["awareness", "qualification", "won", "lost"] as const;
const score = { total: 95, fit: 62, engagement: 38, penalty: -5 };

/** States in a word, and the few small pictures: where somebody stands, what they are worth, who they are. */
export function Words() {
  const { t } = useText();
  return (
    <Section title={t("design.words")} lead={t("design.wordsLead")}>
      <div className="stack">
        <div className="row">
          {tones.map((tone) => (
            <Tag key={tone} tone={tone}>
              {tone}
            </Tag>
          ))}
          {lifecycles.map((lifecycle) => (
            <Lifecycle key={lifecycle} lifecycle={lifecycle} />
          ))}
          <Face name="Zoé Dupont" />
          <Face name="Nadia Roux" large />
          <KeyHint keys="mod+k" />
          <KeyHint keys="g p" />
        </div>
        <div className="row spaced">
          {stages.map((stage) => (
            <StagePlace key={stage} stage={stage} />
          ))}
        </div>
        <StageTrack stage="proposal" />
        <div className="measures">
          <ScoreBar score={score} />
          <ScoreBar score={score} large />
          <ScoreLegend />
        </div>
      </div>
    </Section>
  );
}
