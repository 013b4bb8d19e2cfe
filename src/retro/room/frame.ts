import {decodeStateVector} from 'yjs';

/** What a frame of a client is about. */
export interface Frame {
  /** The room, and behind a zero character the session of the client where it has one. */
  readonly address: string;
  /** What it says makes the server look through all of the document: what a client has, or what it has that the server may not have. */
  readonly isSync: boolean;
}

/** https://github.com/ueberdosis/hocuspocus/blob/main/packages/server/src/types.ts, `MessageType` */
const kinds = {sync: 0, awareness: 1, auth: 2, queryAwareness: 3, syncReply: 4, stateless: 5, close: 7} as const;
const syncSteps = {one: 0, two: 1, update: 2} as const;

/** Bytes. The name of a room and a session; the server repeats it in every frame that it sends there. */
const longestAddress = 200;
/** Bytes of what one tab shows of itself. What is longer may also be nested deeper than it can be written again. */
const longestState = 4096;

/**
 * Reads a frame as far as Hocuspocus will, before it does: of one that it cannot read it prints the address, which is a secret. Whether an
 * update is one is found out when it is tried.
 * @returns undefined for a frame that no client of good will sends.
 */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  const reader = new Reader(bytes);
  try {
    const address = reader.text(longestAddress);
    const about = readMessage(reader);
    return about === undefined ? undefined : {address, isSync: about === 'sync'};
  } catch {
    return undefined;
  }
}

/** Undefined for what is no message. */
function readMessage(reader: Reader): 'sync' | 'other' | undefined {
  switch (reader.number()) {
    case kinds.sync:
    case kinds.syncReply: {
      const step = reader.number();
      const content = reader.part();
      if (step === syncSteps.one) decodeStateVector(content);
      if (step > syncSteps.update) return undefined;
      return step === syncSteps.update ? 'other' : 'sync';
    }
    case kinds.awareness:
      readAwareness(new Reader(reader.part()));
      return 'other';
    case kinds.auth: {
      if (reader.number() !== 0) return undefined;
      reader.text();
      // The version of the client; older ones do not say it.
      if (!reader.isAtEnd()) reader.text();
      return 'other';
    }
    case kinds.stateless:
      reader.text();
      return 'other';
    case kinds.queryAwareness:
    case kinds.close:
      return 'other';
    default:
      return undefined;
  }
}

/** https://github.com/yjs/y-protocols/blob/master/PROTOCOL.md#awareness-protocol */
function readAwareness(reader: Reader): void {
  for (let left = reader.number(); left > 0; left--) {
    reader.number();
    reader.number();
    JSON.parse(reader.text(longestState));
  }
}

const utf8 = new TextDecoder('utf-8', {fatal: true});

/** Numbers, parts and texts as lib0 writes them. @throws {RangeError} at the end of the bytes. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    for (let number = 0, factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) break;
      number += (byte % 128) * factor;
      if (byte < 128) return number;
    }
    throw new RangeError('no number');
  }

  part(): Uint8Array {
    const length = this.number();
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('no part of this length');
    const part = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return part;
  }

  text(longest = Infinity): string {
    const bytes = this.part();
    if (bytes.length > longest) throw new RangeError('too long a text');
    return utf8.decode(bytes);
  }

  isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }
}
