import {isRecord, readAge} from '../wire.ts';
import {allAlerts, type Frame, type Take} from './frame.ts';

const timeoutMs = 4000;
/** Ids in one question: its address must fit into what servers and proxies take. */
const mostIds = 100;

/** As many ids to a question as an address takes. */
export function partsOf(ids: readonly string[]): string[][] {
  return Array.from({length: Math.ceil(ids.length / mostIds)}, (_, n) => ids.slice(n * mostIds, (n + 1) * mostIds));
}

/**
 * Asks the gateway for the state of ids by ordinary requests. Who asks again with the same function is told by a 304 that nothing has changed,
 * how old it is now, and how old it may become.
 *
 * @returns a function that asks once, hands over what it hears, and gives the ids that the gateway does not know.
 * @throws when there is no answer, or one that cannot be used.
 */
export function asker(base: string, take: Take): (ids: readonly string[], signal: AbortSignal) => Promise<string[]> {
  const tags = new Map<string, string>();

  const ask = async (path: string, ids: readonly string[], signal: AbortSignal): Promise<Frame[]> => {
    const tag = tags.get(path);
    const answer = await fetch(`${base}${path}`, {
      ...(tag !== undefined && {headers: {'if-none-match': tag}}),
      signal: inTime(signal),
    });
    if (answer.status === 304) return [agesOf(ids, answer.headers.get('handbook-ages'))];
    const body: unknown = await answer.json();
    if (answer.status === 404 && isRecord(body) && Array.isArray(body['ids']))
      return body['ids'].map((id) => ({kind: 'missing', id: String(id)}));
    if (!answer.ok || !isRecord(body)) throw new Error(`the gateway answered ${answer.status}`);
    const fresh = answer.headers.get('etag');
    if (fresh !== null) tags.set(path, fresh);
    if (path === 'alerts') return [{kind: 'alerts', answer: body}];
    return Object.entries(isRecord(body['items']) ? body['items'] : {}).map(([id, live]) => ({kind: 'live', id, live}));
  };

  return async (ids, signal) => {
    const named = ids.filter((id) => id !== allAlerts);
    // An answer is as old as its question.
    const asked = performance.now();
    const heard = await Promise.all([
      ...partsOf(named).map(async (part) => ask(`live?${new URLSearchParams({ids: part.join(',')})}`, part, signal)),
      ids.includes(allAlerts) ? ask('alerts', [allAlerts], signal) : [],
    ]);
    // Who asked may have slept, left or changed its mind since.
    if (signal.aborted) return [];
    const frames = heard.flat();
    for (const frame of frames) take(frame, {lateMs: performance.now() - asked, asked: true});
    return frames.flatMap((frame) => (frame.kind === 'missing' ? [frame.id] : []));
  };
}

/** `AbortSignal.any` is younger than the browsers that a phone at night may have. */
function inTime(signal: AbortSignal): AbortSignal {
  const either = new AbortController();
  for (const one of [signal, AbortSignal.timeout(timeoutMs)]) one.addEventListener('abort', () => either.abort());
  return either.signal;
}

/** @throws when the ages are not those of these ids: then nothing is vouched for. */
function agesOf(ids: readonly string[], header: string | null): Frame {
  const ages = (header ?? '').split(',').map((age) => (/^\d+\/\d+$/.test(age) ? age.split('/').map(Number) : undefined));
  if (ages.length !== ids.length || ages.some((age) => readAge(age) === undefined)) throw new Error('a 304 without the ages of its ids');
  return {kind: 'ages', ages: Object.fromEntries(ids.map((id, n) => [id, ages[n]]))};
}
