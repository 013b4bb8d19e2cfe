import * as z from 'zod';
import {AskError} from './reading.ts';

/**
 * What a JSON Pointer points to. Only what the document itself holds: `/constructor` and the like never reach a prototype, and the length of
 * an array is not in the document. https://www.rfc-editor.org/rfc/rfc6901
 * @throws {AskError} `parse` when nothing stands there.
 */
export function pointed(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    const holds = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    if (!holds || (Array.isArray(value) && !/^(0|[1-9]\d*)$/.test(key)))
      throw new AskError('parse', `the answer has nothing at ${pointer}`);
    value = (value as Record<string, unknown>)[key]; // checked to be an object that has it
  }
  return value;
}

const Time = z.iso.datetime({offset: true});

/**
 * The time that stands at a pointer, ISO 8601 with a zone, in milliseconds.
 * @throws {AskError} `parse` when it is another.
 */
export function pointedTime(document: unknown, pointer: string): number {
  const time = Time.safeParse(pointed(document, pointer));
  if (!time.success) throw new AskError('parse', `what stands at ${pointer} is no time with a zone`);
  return Date.parse(time.data);
}
