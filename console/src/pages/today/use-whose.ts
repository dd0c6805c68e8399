import { useState } from "react";
import { useMe } from "../../api/use-me.ts";

const remembered = "relance.calls";

/** Whose calls somebody looks at: what they chose last; at first, a salesperson's own and for everybody else the team's. */
export function useWhose(): readonly [isMine: boolean, choose: (isMine: boolean) => void] {
  const me = useMe();
  const [chosen, setChosen] = useState(() => localStorage.getItem(remembered));
  const isMine = chosen === null ? me?.role === "sales" : chosen === "mine";
  const choose = (next: boolean): void => {
    const word = next ? "mine" : "all";
    localStorage.setItem(remembered, word);
    setChosen(word);
  };
  return [isMine, choose];
}
