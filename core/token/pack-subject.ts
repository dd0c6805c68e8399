import { isId, ulidOfId } from "#core/id/id.ts";
import type { TokenSubject } from "./token.ts";

/** Crockford's base 32, in which an id's ULID is written: 26 characters of 5 bits. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ulidLength = 26;

/**
 * How many bits an id takes in a token. A ULID has 128, of which the first three are zero until the year 3084: leaving them
 * out is what lets two ids and 80 bits of signature fit the 64 characters before an @.
 */
const idBits = 125n;

/** A subject as one number: its person, and above it the message where it has one. */
export function packSubject(subject: TokenSubject): bigint {
  const person = packId(subject.personId);
  return subject.messageId === undefined ? person : (packId(subject.messageId) << idBits) | person;
}

/** The subject that was packed into a number; undefined if no subject gives that number. */
export function unpackSubject(packed: bigint, hasMessage: boolean): TokenSubject | undefined {
  const personId = `per_${unpackId(BigInt.asUintN(Number(idBits), packed))}`;
  const rest = packed >> idBits;
  if (!isId("person", personId)) return undefined;
  if (!hasMessage) return rest === 0n ? { personId } : undefined;
  const messageId = `msg_${unpackId(rest)}`;
  return rest >> idBits === 0n && isId("message", messageId) ? { personId, messageId } : undefined;
}

function packId(id: string): bigint {
  let packed = 0n;
  for (const character of ulidOfId(id)) packed = (packed << 5n) | BigInt(alphabet.indexOf(character));
  if (packed < 0n || packed >> idBits !== 0n) throw new RangeError(`${id} does not fit a token`);
  return packed;
}

function unpackId(packed: bigint): string {
  let text = "";
  for (let place = 0; place < ulidLength; place++) text = alphabet.charAt(Number((packed >> BigInt(5 * place)) & 31n)) + text;
  return text;
}
