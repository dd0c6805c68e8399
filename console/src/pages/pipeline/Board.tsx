import { type RefObject, useEffect, useId, useReducer, useRef, useState } from "react";
import type { PersonSummary } from "#contract/api.ts";
import type { Pipeline } from "#contract/people.ts";
import type { Stage } from "#core/person/stage.ts";
import { useWhyNot } from "../../parts/act/use-why-not.ts";
import { useText } from "../../i18n/language.ts";
import { ReasonDialog } from "../../parts/act/ReasonDialog.tsx";
import { Tabs } from "../../parts/Tabs.tsx";
import { StageDialog } from "../person/StageDialog.tsx";
import { Column } from "./Column.tsx";
import { useMove } from "./use-move.ts";
import { usePicked } from "./use-picked.ts";

/** A card that is on its way: where to is known when it was dropped, and asked when its handle was pressed. */
interface Moving {
  readonly person: PersonSummary;
  readonly to: Stage | undefined;
}

/** What a card needs to be moved by whatever means. */
export interface CardMoves {
  readonly describedBy: string;
  readonly isHeld: (id: string) => boolean;
  readonly onKeyDown: ReturnType<typeof usePicked>["onKeyDown"];
  readonly onBlur: (person: PersonSummary) => void;
  readonly ask: (person: PersonSummary) => void;
  readonly drag: (person: PersonSummary | undefined) => void;
  /** Tells that a card has come to stand in its column. */
  readonly arrived: () => void;
  /** Why nothing can be moved, where that is so. */
  readonly whyNot: string | undefined;
}

/** The columns side by side, one at a time on a phone. A card is dragged, carried by the keyboard, or sent by its handle. */
export function Board({ columns, isPhone }: { readonly columns: Pipeline["stages"]; readonly isPhone: boolean }) {
  const { t } = useText();
  const how = useId();
  const move = useMove();
  const whyNot = useWhyNot("people:change");
  const [moving, setMoving] = useState<Moving>();
  const [dragged, setDragged] = useState<PersonSummary>();
  const [over, setOver] = useState<Stage>();
  const [shown, setShown] = useState<Stage>(() => columns.find(({ count }) => count > 0)?.stage ?? "awareness");
  const { picked, said, onKeyDown, onBlur } = usePicked((person, to) => setMoving({ person, to }));
  const board = useRef<HTMLDivElement>(null);
  const { follow, arrived } = useArrival(board);
  const go = (person: PersonSummary, to: Stage, reason: string): void => {
    follow(person.id, to);
    move(person, to, reason);
  };
  const moves: CardMoves = {
    describedBy: how,
    isHeld: (id) => picked?.id === id,
    onKeyDown,
    onBlur,
    ask: (person) => setMoving({ person, to: undefined }),
    drag: (person) => {
      setDragged(person);
      setOver(undefined);
    },
    arrived,
    whyNot,
  };
  const drop = (stage: Stage): void => {
    setOver(undefined);
    setDragged(undefined);
    if (dragged !== undefined && dragged.stage !== stage) setMoving({ person: dragged, to: stage });
  };
  const columnOf = (column: Pipeline["stages"][number]) => (
    <Column
      key={column.stage}
      column={column}
      moves={moves}
      isOver={(dragged !== undefined && over === column.stage) || picked?.over === column.stage}
      dragOver={() => {
        if (dragged === undefined) return false;
        setOver(column.stage);
        return true;
      }}
      drop={() => drop(column.stage)}
    />
  );
  const close = (): void => setMoving(undefined);
  const chosen = columns.find(({ stage }) => stage === shown);
  return (
    <div ref={board}>
      <p id={how} className="for-ears">
        {t("pipeline.moveHow")}
      </p>
      <p className="for-ears" role="status" aria-live="assertive">
        {said}
      </p>
      {isPhone ? (
        <Tabs
          label={t("pipeline.stages")}
          tabs={columns.map(({ stage, count }) => ({ id: stage, label: t(`stage.${stage}`), count }))}
          chosen={shown}
          choose={setShown}
        >
          {chosen === undefined ? null : columnOf(chosen)}
        </Tabs>
      ) : (
        <div className="board">{columns.map(columnOf)}</div>
      )}
      {moving?.to === undefined ? null : (
        <ReasonDialog
          isOpen
          close={close}
          title={t("pipeline.why", { name: moving.person.name, from: t(`stage.${moving.person.stage}`), to: t(`stage.${moving.to}`) })}
          confirm={t("stage.move")}
          run={(reason) => {
            if (moving.to !== undefined) go(moving.person, moving.to, reason);
            return Promise.resolve();
          }}
        />
      )}
      {moving !== undefined && moving.to === undefined ? (
        <StageDialog person={moving.person} close={close} move={(to, reason) => go(moving.person, to, reason)} />
      ) : null}
    </div>
  );
}

/**
 * Lets the focus follow a card to where it went, for its old place is gone: once the card stands there and nothing lies over
 * the page, whichever comes last.
 */
function useArrival(board: RefObject<HTMLElement | null>) {
  const expected = useRef<string>(undefined);
  const [, lookAgain] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => {
    if (expected.current === undefined || document.querySelector("dialog[open]") !== null) return;
    const handle = board.current?.querySelector<HTMLElement>(`${expected.current} .card-handle`);
    if (handle === null || handle === undefined) return;
    expected.current = undefined;
    handle.focus();
  });
  return {
    follow: (id: string, to: Stage): void => {
      expected.current = `[data-stage="${to}"] [data-card="${id}"]`;
    },
    arrived: (): void => {
      if (expected.current !== undefined) lookAgain();
    },
  };
}
