import {decodeStateVector} from 'yjs';

/** What a frame of a client is about. */
export interface Frame {
  /** The room, and behind a zero character the session of the client where it has one. */
  readonly address: string;
}

/** https://github.com/ueberdosis/hocuspocus/blob/main/packages/server/src/types.ts, `MessageType` */
const kinds = {sync: 0, awareness: 1, auth: 2, queryAwareness: 3, syncReply: 4, stateless: 5, close: 7} as const;
const syncSteps = {one: 0, two: 1, update: 2} as const;

/**
 * Reads a frame as far as Hocuspocus will, before it does: of one that it cannot read it prints the address, which is a secret. Whether an
 * update is one is found out when it is tried.
 * @returns undefined for a frame that no client of good will sends.
 */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  const reader = new Reader(bytes);
  try {
    const address = reader.text();
    return isMessage(reader) ? {address} : undefined;
  } catch {
    return undefined;
  }
}

function isMessage(reader: Reader): boolean {
  switch (reader.number()) {
    case kinds.sync:
    case kinds.syncReply: {
      const step = reader.number();
      const content = reader.part();
      if (step === syncSteps.one) decodeStateVector(content);
      return step <= syncSteps.update;
    }
    case kinds.awareness:
      return isAwareness(new Reader(reader.part()));
    case kinds.auth:
      return reader.number() === 0 && reader.text() !== undefined;
    case kinds.stateless:
      return reader.text() !== undefined;
    case kinds.queryAwareness:
    case kinds.close:
      return true;
    default:
      return false;
  }
}

/** https://github.com/yjs/y-protocols/blob/master/PROTOCOL.md#awareness-protocol */
function isAwareness(reader: Reader): boolean {
  for (let left = reader.number(); left > 0; left--) {
    reader.number();
    reader.number();
    JSON.parse(reader.text());
  }
  return true;
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

  text(): string {
    return utf8.decode(this.part());
  }
}
