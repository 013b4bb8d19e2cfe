/** Why a socket is closed while a board is open, as its client hears it, with the code. */
export const closeCodes = {
  /** The board was deleted. */
  gone: 4410,
  /** It changes what only the server writes, or what is another person's. */
  'not-allowed': 4403,
  /** It claims to be somebody else. */
  forged: 4403,
  /** The board takes no changes any more. */
  closed: 4409,
  /** The log cannot be written. Come back and sync. */
  'not-saved': 1013,
  /** What an update builds on is missing here. Come back and sync. */
  'out-of-step': 1012,
  malformed: 1007,
  'too-large': 1009,
  'too-many-cards': 1009,
  'too-fast': 1008,
} as const;
export type CutOff = keyof typeof closeCodes;

/** Why a room is not opened. Hocuspocus tells the client `reason`, and prints only errors that have a message. */
export class Refused extends Error {
  readonly reason: 'no-such-room' | 'gone' | 'damaged' | 'too-many-rooms';

  constructor(reason: Refused['reason']) {
    super('');
    this.reason = reason;
  }
}
