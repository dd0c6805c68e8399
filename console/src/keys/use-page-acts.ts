import { useSyncExternalStore } from "react";
import { pageActs, type PageAct } from "./page-acts.ts";

/** Every act that is offered here and now. */
export function usePageActs(): readonly PageAct[] {
  return useSyncExternalStore(pageActs.subscribe, pageActs.list);
}
