/** Structured lines for whoever looks after the system. Never a person's data, never a secret: ids and reasons only. */
export interface Logger {
  info(message: string, data?: Readonly<Record<string, unknown>>): void;
  warn(message: string, data?: Readonly<Record<string, unknown>>): void;
  error(message: string, data?: Readonly<Record<string, unknown>>): void;
}

/** One JSON object a line on standard error, as CloudWatch Logs Insights reads them. */
export function jsonLogger(service: string): Logger {
  const line =
    (level: string) =>
    (message: string, data?: Readonly<Record<string, unknown>>): void => {
      process.stderr.write(`${JSON.stringify({ level, service, message, ...data })}\n`);
    };
  return { info: line("info"), warn: line("warn"), error: line("error") };
}
