/** Where the local runtime speaks to whoever started it, in whole lines. */
export interface Terminal {
  say(line: string): void;
  warn(line: string): void;
}

/** The process's own terminal. Warnings go to standard error, in yellow where there is a colour. */
export const processTerminal: Terminal = {
  say: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(process.stderr.isTTY ? `\u001b[33m${line}\u001b[39m\n` : `${line}\n`),
};

/** Says nothing: for tests and benches. */
export const silentTerminal: Terminal = { say: () => undefined, warn: () => undefined };
