import * as z from 'zod';
import {milliseconds} from '../../catalog/duration.ts';
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
/** As far as two clocks may differ. */
const tolerance = 5 * 60_000;

interface Dated {
  readonly at?: string | undefined;
  readonly maxAge?: string | undefined;
}

/**
 * When it was said, by the time that stands at `at` (ISO 8601 with a zone), and how old it may be.
 * @throws {AskError} `parse` for another time or one to come; `not-configured` when an age is asked for and nothing tells it.
 */
export function said(
  {body, sourceTime}: {readonly body: unknown; readonly sourceTime: number},
  {at, maxAge}: Dated,
): {saidAt?: number; maxAgeMs?: number} {
  if (at === undefined && maxAge !== undefined) throw new AskError('not-configured', 'maxAge needs at');
  if (at === undefined) return {};
  const time = Time.safeParse(pointed(body, at));
  if (!time.success) throw new AskError('parse', `what stands at ${at} is no time with a zone`);
  const saidAt = Date.parse(time.data);
  if (saidAt > sourceTime + tolerance) throw new AskError('parse', `the time at ${at} has not come yet`);
  return maxAge === undefined ? {saidAt} : {saidAt, maxAgeMs: milliseconds(maxAge)};
}
