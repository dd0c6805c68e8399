/** Where a command writes: results to one place, everything else to the other, so that the first can be piped on. */
export interface CliTerminal {
  readonly out: (line: string) => void;
  readonly say: (line: string) => void;
  /** How far something has come, on one line that is written over; nothing where nobody looks. */
  readonly progress: (line: string) => void;
}

export const processCliTerminal: CliTerminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  say: (line) => void process.stderr.write(`${clear()}${line}\n`),
  progress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`${clear()}${line}`);
  },
};

function clear(): string {
  return process.stderr.isTTY ? "\r\u001b[2K" : "";
}
