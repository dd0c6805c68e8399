import { IconGripVertical, IconPhoneCall } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import type { PersonSummary } from "#contract/api.ts";
import { useNow } from "../../api/use-overview.ts";
import { money, points } from "../../i18n/formats.ts";
import { useText } from "../../i18n/language.ts";
import { Hint } from "../../parts/Hint.tsx";
import { Tag } from "../../parts/Tag.tsx";
import type { CardMoves } from "./Board.tsx";
import { daysSince } from "./days-since.ts";

/** Somebody on the board: who, what they are worth, how long they have stood there, and whether to call. */
export function StageCard({ person, moves }: { readonly person: PersonSummary; readonly moves: CardMoves }) {
  const { t, own, locale } = useText();
  const now = useNow();
  const isHeld = moves.isHeld(person.id);
  const mayMove = moves.whyNot === undefined;
  const arrived = useEffectEvent(moves.arrived);
  useEffect(() => arrived(), []);
  const age = t("pipeline.days", { count: daysSince(person.stageSince, now) });
  return (
    <li
      className="stage-card"
      data-card={person.id}
      data-held={isHeld ? true : undefined}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", person.name);
        event.dataTransfer.effectAllowed = "move";
        moves.drag(person);
      }}
      onDragEnd={() => moves.drag(undefined)}
    >
      <div className="stage-card-head">
        <Link to="/people/$id" params={{ id: person.id }} className="strong break" draggable={false}>
          {person.name}
        </Link>
        <Hint text={moves.whyNot}>
          {(why) => (
            <button
              type="button"
              className="card-handle"
              aria-label={t("pipeline.move", { name: person.name })}
              aria-describedby={why ?? moves.describedBy}
              aria-pressed={isHeld}
              aria-disabled={mayMove ? undefined : true}
              data-greyed={mayMove ? undefined : true}
              onClick={() => {
                if (mayMove) moves.ask(person);
              }}
              onKeyDown={(event) => {
                if (mayMove) moves.onKeyDown(event, person);
              }}
              // Firefox presses a button when Space is let go.
              onKeyUp={(event) => {
                if (mayMove && event.key === " ") event.preventDefault();
              }}
              onBlur={() => moves.onBlur(person)}
            >
              <IconGripVertical size={16} stroke={1.7} aria-hidden />
            </button>
          )}
        </Hint>
      </div>
      {person.company === null ? null : <p className="quiet small break">{person.company}</p>}
      <p className="stage-card-facts">
        {person.value === null ? null : <span className="strong figures">{money(person.value.amount, person.value.currency, locale)}</span>}
        <span className="quiet small figures" title={t("pipeline.inStage", { age })}>
          {age} · {t("pipeline.points", { points: points(person.score.total, locale) })}
        </span>
      </p>
      {person.call === null ? null : (
        <p title={person.call.reasons.map((reason) => own(reason.text)).join(" ")}>
          <Tag tone="act">
            <IconPhoneCall size={14} stroke={1.8} aria-hidden />
            {t("pipeline.toCall")}
          </Tag>
        </p>
      )}
    </li>
  );
}
