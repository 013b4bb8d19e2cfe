import {isRecord} from '../wire.ts';
import {asker} from './ask.ts';
import {allAlerts, type Frame, type Take} from './frame.ts';

/** A stream that has not spoken this long after it was opened is held back by something between: some proxies gather what they pass on. */
const firstFrameMs = 5000;
/** Two heartbeats and a little: a stream that is silent for longer is dead, whatever the connection says. */
const silenceMs = 6500;
const pollMs = 3000;
/** After how long the stream is tried again while polling; each time twice as long, up to the longest. */
const [firstTryMs, longestTryMs] = [15_000, 180_000];

interface Options {
  /** `/_status/v1/` */
  readonly base: string;
  readonly ids: readonly string[];
  readonly take: Take;
}

/**
 * A line to the gateway about some ids: an event stream, and polling while the stream does not come through. It begins with everything there
 * is to say of these ids, and comes back by itself for as long as it is open.
 *
 * @returns a function that closes it. Nothing is taken after that.
 */
export function openLine({base, ids, take}: Options): () => void {
  const closed = new AbortController();
  const known = new Set(ids);
  const ask = asker(base, take);
  let source: EventSource | undefined;
  let spoken = false;
  let polling = false;
  let tryMs = firstTryMs;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const listen = (): void => {
    clearTimeout(again);
    source?.close();
    if (known.size === 0) return;
    const stream = new EventSource(`${base}stream?${query(known)}`);
    source = stream;
    spoken = false;
    expectWord(firstFrameMs);
    const on = (name: string, frame: (data: unknown) => Frame | undefined): void => {
      stream.addEventListener(name, (event: MessageEvent<string>) => {
        if (source !== stream) return;
        [spoken, polling, tryMs] = [true, false, firstTryMs];
        clearTimeout(next);
        expectWord(silenceMs);
        const made = frame(parse(event.data));
        if (made !== undefined) take(made, {lateMs: 0, asked: false});
      });
    };
    on('hello', () => undefined);
    on('live', (data) =>
      isRecord(data) && typeof data['id'] === 'string' ? {kind: 'live', id: data['id'], live: data['live']} : undefined,
    );
    on('alerts', (answer) => ({kind: 'alerts', answer}));
    on('heartbeat', (data) => ({
      kind: 'ages',
      ages: isRecord(data) && isRecord(data['ages']) ? data['ages'] : {},
    }));
    stream.addEventListener('error', () => {
      if (source !== stream) return;
      if (stream.readyState === EventSource.CLOSED) fallBack();
      else if (spoken) {
        // The browser reconnects by itself, and resumes where it was cut off.
        spoken = false;
        expectWord(firstFrameMs);
      }
    });
  };

  const expectWord = (ms: number): void => {
    clearTimeout(silence);
    silence = setTimeout(() => (spoken ? listen() : fallBack()), ms);
  };

  const fallBack = (): void => {
    source?.close();
    source = undefined;
    clearTimeout(silence);
    again = setTimeout(listen, tryMs);
    tryMs = Math.min(longestTryMs, tryMs * 2);
    if (polling) return;
    polling = true;
    void poll(false);
  };

  const poll = async (failedBefore: boolean): Promise<void> => {
    let failed = false;
    let missing: string[] = [];
    try {
      missing = await ask([...known], closed.signal);
    } catch {
      failed = true;
    }
    if (closed.signal.aborted || !polling) return;
    for (const id of missing) known.delete(id);
    // It was an id or the server, then, that kept the stream away, and not something between.
    if (missing.length > 0 || (failedBefore && !failed && source === undefined)) listen();
    if (known.size === 0) return;
    // A server that is away is looked for more often, each browser at its own moment.
    next = setTimeout(() => void poll(failed), missing.length > 0 ? 0 : failed ? 1000 + Math.random() * 1000 : pollMs);
  };

  listen();
  return () => {
    closed.abort();
    source?.close();
    source = undefined;
    for (const timer of [silence, next, again]) clearTimeout(timer);
  };
}

function query(ids: ReadonlySet<string>): string {
  const named = [...ids].filter((id) => id !== allAlerts);
  return String(new URLSearchParams({...(named.length > 0 && {ids: named.join(',')}), ...(ids.has(allAlerts) && {alerts: '1'})}));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
