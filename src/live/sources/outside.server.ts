import {setMaxListeners} from 'node:events';
import type {IncomingHttpHeaders} from 'node:http';
import type {Readable} from 'node:stream';
import {createGunzip} from 'node:zlib';
import {Agent, request, type Dispatcher} from 'undici';
import type * as z from 'zod';
import {milliseconds} from '../../catalog/duration.ts';
import type {Reach} from '../../catalog/live-contract.ts';
import type {Reason} from '../state.ts';
import type {Outside} from './adapter.ts';
import {vetHost, vettedLookup} from './addresses.server.ts';
import {codesOf, refusalIn, wordOf} from './faults.ts';
import {patience} from './patience.server.ts';
import {AskError} from './reading.ts';
import {requestHeaders, type Env} from './request-headers.server.ts';

/** One question that went out. Questions that share an answer are one; those that were not asked at all are none. */
export interface Asked {
  readonly source: string;
  readonly outcome: 'read' | Reason;
  readonly ms: number;
}

export interface OutsideOptions {
  /** The name of the source in `watch`. */
  readonly name: string;
  readonly reach: Reach;
  readonly env: Env;
  /** Aborted when nobody asks any more: what is under way ends, and connections close. */
  readonly signal: AbortSignal;
  readonly watch?: (asked: Asked) => void;
}

interface Answer {
  readonly text: string;
  readonly sourceTime: number;
}

/** More than this is no answer to what we ask, packed or unpacked. */
const mostBytes = 16 * 1024 * 1024;
/** The longest that a source may ask us to stay away. */
const mostWaitMs = 5 * 60_000;

/** Opens the way out to one source: GET only, redirects not followed, private addresses refused unless `reach` allows them. */
export function openOutside({name, reach, env, signal, watch = () => {}}: OutsideOptions): Outside {
  const timeoutMs = milliseconds(reach.timeout);
  const agent = new Agent({
    connect: {lookup: vettedLookup(reach), timeout: timeoutMs},
    connections: 4,
    allowH2: false,
    keepAliveTimeout: 10_000,
    maxResponseSize: mostBytes,
  });
  // One of our own: a signal warns when many listen to it, and the caller's is shared by every source.
  const stopped = AbortSignal.any([signal]);
  setMaxListeners(0, stopped);
  stopped.addEventListener('abort', () => void agent.destroy(), {once: true});
  const patiently = patience({timeoutMs, explain, signal: stopped});
  let awayUntil = 0;

  const attempt = async (url: URL, accept: string, inTime: AbortSignal): Promise<Answer> => {
    const headers = requestHeaders(reach, {env, accept});
    const response = await request(url, {dispatcher: agent, method: 'GET', headers, signal: inTime});
    const sourceTime = Date.parse(String(response.headers.date)) || Date.now();
    if (response.statusCode >= 200 && response.statusCode < 300) return {text: await textOf(response), sourceTime};
    // What stands in it is for nobody. Left unread, it would hold the connection.
    response.body.dump({limit: 16_384, signal: inTime}).catch(() => {});
    const reason = reasonOf(response);
    if (reason === 'rate-limited') awayUntil = performance.now() + waitOf(response.headers, sourceTime);
    throw new AskError(reason, `HTTP ${response.statusCode}`);
  };
  const ask = async <T>(url: URL, accept: string, read: (answer: Answer) => T): Promise<T> => {
    vetHost(url.hostname, reach);
    requestHeaders(reach, {env, accept});
    if (performance.now() < awayUntil) throw new AskError('rate-limited', 'asked to stay away for a while');
    return patiently(async (inTime) => {
      const started = performance.now();
      const tell = (outcome: Asked['outcome']): void => watch({source: name, outcome, ms: performance.now() - started});
      try {
        const value = read(await attempt(url, accept, inTime));
        tell('read');
        return value;
      } catch (error) {
        if (!stopped.aborted) tell(inTime.aborted ? 'timeout' : explain(error).reason);
        throw error;
      }
    });
  };

  const underWay = new Map<string, {readonly schema: z.ZodType | undefined; readonly answer: Promise<unknown>}>();
  const once = async <T>(url: URL, schema: z.ZodType | undefined, start: () => Promise<T>): Promise<T> => {
    const same = underWay.get(url.href);
    // The schema is what the answer was checked by: with the same one it is of the same type.
    if (same !== undefined && same.schema === schema) return same.answer as Promise<T>;
    const answer = start();
    const entry = {schema, answer};
    underWay.set(url.href, entry);
    try {
      return await answer;
    } finally {
      if (underWay.get(url.href) === entry) underWay.delete(url.href);
    }
  };

  return {
    json: <S extends z.ZodType>(url: URL, schema: S) =>
      once(url, schema, () => ask(url, 'application/json', ({text, sourceTime}) => ({body: checked(text, schema), sourceTime}))),
    text: (url) => once(url, undefined, () => ask(url, '*/*', ({text, sourceTime}) => ({body: text, sourceTime}))),
  };
}

async function textOf({headers, body}: Dispatcher.ResponseData): Promise<string> {
  if (/^text\/html\b/i.test(String(headers['content-type']))) throw new AskError('parse', 'the answer is a web page');
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip') throw new AskError('parse', 'the answer is packed in an unknown way');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of (encoding === 'gzip' ? unpacked(body) : body) as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > mostBytes) throw tooLong();
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function unpacked(body: Dispatcher.ResponseData['body']): Readable {
  const gunzip = createGunzip();
  // A pipe does not carry the end of a connection that broke.
  body.on('error', (error) => gunzip.destroy(error));
  return body.pipe(gunzip);
}

function checked<S extends z.ZodType>(text: string, schema: S): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AskError('parse', 'the answer is not JSON', {cause: error});
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new AskError('parse', 'the answer has another shape', {cause: result.error});
  return result.data;
}

function reasonOf({statusCode, headers}: Dispatcher.ResponseData): Reason {
  // GitHub says both 403 and 429 when it has had enough. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
  const enough = headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
  if (statusCode === 429 || (statusCode === 403 && enough)) return 'rate-limited';
  if (statusCode === 401 || statusCode === 403) return 'unauthorised';
  return statusCode >= 500 ? 'unreachable' : 'parse';
}

/** Milliseconds to stay away: `Retry-After` is in seconds or a date of the source's clock. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function waitOf(headers: IncomingHttpHeaders, sourceTime: number): number {
  const after = headers['retry-after'] ?? '';
  const wait = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - sourceTime;
  return Math.min(mostWaitMs, Math.max(0, wait || 0));
}

/** What an attempt came to, in words of ours. What the source or a library said stays in the cause, for the log. */
function explain(error: unknown): AskError {
  const ours = refusalIn(error);
  if (ours !== undefined) return ours;
  const codes = codesOf(error);
  if (codes.includes('UND_ERR_RES_EXCEEDED_MAX_SIZE')) return tooLong(error);
  if (codes.some((code) => /^(HTTPParserError|Z_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)/.test(code)))
    return new AskError('parse', 'the answer is not HTTP as it should be', {cause: error});
  if (codes.some((code) => /^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/.test(code)))
    return new AskError('timeout', 'no answer in time', {cause: error});
  return new AskError('unreachable', wordOf(error), {cause: error});
}

function tooLong(cause?: unknown): AskError {
  return new AskError('parse', `more than ${mostBytes} bytes`, {cause});
}
