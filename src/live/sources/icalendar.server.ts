import {once} from 'node:events';
import {Worker} from 'node:worker_threads';
import type {Calendar} from '../../catalog/live-contract.ts';
import type {Outside, Shift} from './adapter.ts';
import type {Answered, Asked} from './icalendar/worker.server.ts';
import {AskError} from './reading.ts';

interface Options {
  readonly outside: Outside;
  /** Where the calendar is: `url` of its entry, or what the variable of `urlFrom` holds. */
  readonly address: URL;
  /** The names of the roles of the team. */
  readonly roles: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How long reading what came may take, in milliseconds. */
  readonly patience?: number;
}

const mostBytes = 2 * 1024 * 1024;

/**
 * Reads the shifts of a team from its calendar: which role from when until when, from yesterday until a week from now. Whose shift it is stays
 * in the calendar. https://www.rfc-editor.org/rfc/rfc5545
 * @throws {AskError}
 */
export async function readCalendar(
  {roles: words}: Pick<Calendar, 'roles'>,
  {outside, address, roles, now, patience = 10_000}: Options,
): Promise<readonly Shift[]> {
  const {body} = await outside.text(address);
  if (Buffer.byteLength(body) > mostBytes) throw new AskError('parse', `the calendar has more than ${mostBytes} bytes`);
  const asked: Asked = {text: body, words: new Map(roles.map((role) => [role, words[role] ?? role])), now};
  return await expand(asked, patience);
}

/** Reads in a thread of its own, because one rule in a calendar can make the reading endless, and the gateway has others to serve. */
async function expand(asked: Asked, patience: number): Promise<readonly Shift[]> {
  const worker = new Worker(new URL('icalendar/worker.server.ts', import.meta.url), {
    workerData: asked,
    env: {},
    resourceLimits: {maxOldGenerationSizeMb: 96},
  });
  const late = AbortSignal.timeout(patience);
  try {
    const [answer]: Answered[] = await once(worker, 'message', {signal: late});
    if (answer?.kind === 'shifts') return answer.shifts;
    throw new AskError('parse', answer?.detail ?? 'the calendar cannot be read');
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (late.aborted || isFull) throw new AskError('parse', 'the calendar takes too much to read', {cause: error});
    throw error;
  } finally {
    await worker.terminate();
  }
}
