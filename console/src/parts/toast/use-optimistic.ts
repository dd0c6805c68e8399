import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../i18n/language.ts";
import { toastList } from "./toasts.ts";

/** An act that stands as done at once. */
export interface OptimisticAct<Data> {
  /** The queries whose answer changes, by the beginning of their key. */
  readonly of: QueryKey;
  /** What such an answer is once it is done. */
  readonly change: (data: Data) => Data;
  readonly send: () => Promise<unknown>;
  /** How the API takes it back; without it there is no way back and none is offered. */
  readonly undo?: () => Promise<unknown>;
  /** What was done, in a sentence. */
  readonly said: string;
}

/**
 * Does something at once in what is shown, then at the API. If the API refuses, what was shown comes back, with the reason and its
 * remedy. Undo waits for the act to have arrived, so that the two never change places.
 */
export function useOptimistic<Data>(): (act: OptimisticAct<Data>) => Promise<void> {
  const client = useQueryClient();
  const { t } = useText();
  return async (act) => {
    await client.cancelQueries({ queryKey: act.of });
    const before = client.getQueriesData<Data>({ queryKey: act.of });
    client.setQueriesData<Data>({ queryKey: act.of }, (data) => (data === undefined ? undefined : act.change(data)));
    const restore = (): void => {
      for (const [key, data] of before) client.setQueryData(key, data);
    };
    const readAgain = (): Promise<void> => client.invalidateQueries({ queryKey: act.of });
    const sending = act.send();
    const { undo } = act;
    const takeBack = async (): Promise<void> => {
      restore();
      const hasArrived = await sending.then(
        () => true,
        () => false,
      );
      if (hasArrived) await undo?.().catch((problem: unknown) => toastList.say({ text: t("toast.notUndone"), fault: asError(problem) }));
      await readAgain();
    };
    toastList.say({ text: act.said, ...(undo === undefined ? {} : { undo: () => void takeBack() }) });
    try {
      await sending;
    } catch (problem) {
      restore();
      toastList.say({ text: t("common.failed"), fault: asError(problem) });
    }
    await readAgain();
  };
}

function asError(problem: unknown): Error {
  return problem instanceof Error ? problem : new Error(String(problem));
}
