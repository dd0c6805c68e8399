/**
 * Faults are what nobody expects: they are thrown, carry a stable code, and are turned into an answer or a retry once, at
 * the edge. Expected outcomes are unions instead.
 */
abstract class Fault extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** Trying again later may succeed: a service that did not answer, a write that kept losing races. Not before so many milliseconds, where it said so. */
export class TransientFault extends Fault {
  readonly afterMs: number | undefined;
  constructor(code: string, message: string, options: ErrorOptions & { readonly afterMs?: number | undefined } = {}) {
    super(code, message, options);
    this.afterMs = options.afterMs;
  }
}

/** Trying again changes nothing until a person has mended something. */
export class PermanentFault extends Fault {}

/** What a fault says of itself, whatever was thrown. */
export function describeFault(thrown: unknown): string {
  if (thrown instanceof Fault) return `${thrown.code}: ${thrown.message}`;
  if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`;
  return String(thrown);
}
