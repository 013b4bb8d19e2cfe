import type * as z from 'zod';
import type {Reason} from '../state.ts';

/** What asking a source came to. The outside world failing is an answer too. */
export type Reading<T> =
  | {readonly kind: 'read'; readonly at: number; readonly value: T}
  | {readonly kind: 'failed'; readonly at: number; readonly reason: Reason; readonly detail: string};

/** A failure of a source, with the reason that a reader may see. `detail` is ours: what the source said stays in the log. */
export class AskError extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'AskError';
    this.reason = reason;
  }
}

interface Ask<S extends z.ZodType> {
  readonly url: URL;
  readonly schema: S;
  readonly timeoutMs: number;
  /** Sent as a form by POST, which Prometheus takes for queries too long for an address. */
  readonly form?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks a source for JSON.
 * @returns the checked body, and the source's own time in milliseconds from its `Date` header, by which its timestamps are to be read.
 * @throws {AskError}
 */
export async function ask<S extends z.ZodType>({
  url,
  schema,
  timeoutMs,
  form,
  signal,
}: Ask<S>): Promise<{body: z.output<S>; sourceTime: number}> {
  const limits = [AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])];
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      redirect: 'manual',
      headers: {accept: 'application/json'},
      signal: AbortSignal.any(limits),
      ...(form !== undefined && {method: 'POST', body: new URLSearchParams(form)}),
    });
    text = await readWhole(response);
  } catch (error) {
    if (error instanceof AskError) throw error;
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    throw new AskError(timedOut ? 'timeout' : 'unreachable', timedOut ? `no answer within ${timeoutMs} ms` : 'no connection', {
      cause: error,
    });
  }
  if (!response.ok) throw new AskError(reasonOf(response.status), `HTTP ${response.status}`);
  const result = schema.safeParse(json(text));
  if (!result.success) throw new AskError('parse', 'the answer has another shape', {cause: result.error});
  return {body: result.data, sourceTime: Date.parse(response.headers.get('date') ?? '') || Date.now()};
}

/** More than this is no answer to what we ask. */
const mostBytes = 16 * 1024 * 1024;

async function readWhole(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new AskError('parse', `more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reasonOf(status: number): Reason {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unreachable' : 'parse';
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
