/** How the parts that were started are stopped: the last one first, each once. */
export interface Closing {
  add(stop: () => Promise<void> | void): void;
  close(): Promise<void>;
}

export function createClosing(): Closing {
  const stops: (() => Promise<void> | void)[] = [];
  return {
    add: (stop) => void stops.push(stop),
    close: async () => {
      for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
    },
  };
}
