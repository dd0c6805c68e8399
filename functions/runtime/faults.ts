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

/** Trying again later may succeed: a service that did not answer, a write that kept losing races. */
export class TransientFault extends Fault {}

/** Trying again changes nothing until a person has mended something. */
export class PermanentFault extends Fault {}

/** What a fault says of itself, whatever was thrown. */
export function describeFault(thrown: unknown): string {
  if (thrown instanceof Fault) return `${thrown.code}: ${thrown.message}`;
  if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`;
  return String(thrown);
}
