import {createHash, timingSafeEqual} from 'node:crypto';

/** What the server keeps of a facilitator's key, in hexadecimal digits. A key is 128 random bits, so that nobody can guess it from this. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Whether this is the key of a board. Nothing opens a board that was made without one. */
export function opens(key: string, keyHash: string | undefined): boolean {
  return keyHash !== undefined && timingSafeEqual(Buffer.from(hashOf(key), 'hex'), Buffer.from(keyHash, 'hex'));
}
