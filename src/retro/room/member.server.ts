import {createHash, randomBytes} from 'node:crypto';

/** Whoever opened a websocket. */
export interface Visitor {
  /** The subject that the gate has verified; undefined where nobody is asked. */
  readonly subject?: string | undefined;
  /** Stands for a tab that shows no token. */
  readonly stranger: string;
}

export function newVisitor(subject: string | undefined): Visitor {
  return {subject, stranger: randomBytes(16).toString('base64url')};
}

/**
 * The name of a person on one board, the same in each of their tabs. On another board they have another one, so that nobody who sees both
 * boards knows that it is the same person. A token is 128 random bits: what could be guessed is none.
 */
export function memberOf(board: string, token: string, {subject, stranger}: Visitor): string {
  const person = subject ?? (/^[\w-]{22}$/.test(token) ? token : stranger);
  return createHash('sha256').update(`${board}\n${person}`).digest('hex').slice(0, 16);
}
