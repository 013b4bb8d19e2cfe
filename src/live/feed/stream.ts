import {isRecord} from '../wire.ts';

/** What comes down the stream. `lost` is said by this file when the stream breaks. */
export type Frame =
  | {readonly kind: 'live'; readonly id: string; readonly live: unknown}
  | {readonly kind: 'alerts'; readonly answer: unknown}
  | {readonly kind: 'ages'; readonly ages: Readonly<Record<string, number>>}
  | {readonly kind: 'missing'; readonly id: string};

type Message =
  | {readonly kind: 'frame'; readonly frame: Frame}
  | {readonly kind: 'wants'; readonly tab: string; readonly ids: readonly string[]}
  | {readonly kind: 'who'};

/** The pseudo id of the list of all alerts. */
export const allAlerts = '*';

const first = 500;
const longest = 30_000;

/**
 * One event stream for all tabs of a browser: a server sees one reader, however many pages are open, and HTTP/1.1's six connections stay free.
 * The tab that holds the lock keeps the stream and passes its frames on; when it closes, the next tab takes over.
 *
 * @returns a function that says which ids this tab wants from now on.
 */
export function joinStream(base: string, take: (frame: Frame) => void): (ids: ReadonlySet<string>) => void {
  const tab = Math.random().toString(36).slice(2);
  const wanted = new Map<string, readonly string[]>();
  let mine: readonly string[] = [];
  let source: EventSource | undefined;
  let open = '';
  let retry: ReturnType<typeof setTimeout> | undefined;
  let wait = first;
  let leading = false;
  const missing = new Set<string>();
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`handbook-live ${base}`);

  const tell = (message: Message): void => channel?.postMessage(message);
  const pass = (frame: Frame): void => {
    take(frame);
    tell({kind: 'frame', frame});
  };

  const connect = (): void => {
    clearTimeout(retry);
    const ids = [...new Set([mine, ...wanted.values()].flat())].filter((id) => !missing.has(id)).toSorted();
    const query = new URLSearchParams({ids: ids.filter((id) => id !== allAlerts).join(',')});
    if (ids.includes(allAlerts)) query.set('alerts', '1');
    if (ids.length === 0 || (source !== undefined && open === query.toString())) return;
    open = query.toString();
    source?.close();
    const stream = new EventSource(`${base}stream?${query}`);
    source = stream;
    const on = (name: string, frame: (data: unknown) => Frame | undefined): void => {
      stream.addEventListener(name, (event: MessageEvent<string>) => {
        wait = first;
        const made = frame(parse(event.data));
        if (made !== undefined) pass(made);
      });
    };
    on('live', (data) =>
      isRecord(data) && typeof data['id'] === 'string' ? {kind: 'live', id: data['id'], live: data['live']} : undefined,
    );
    on('alerts', (answer) => ({kind: 'alerts', answer}));
    on('heartbeat', (data) => ({
      kind: 'ages',
      ages: isRecord(data) && isRecord(data['ages']) ? (data['ages'] as Record<string, number>) : {},
    }));
    stream.addEventListener('error', () => {
      // The browser reconnects by itself unless the server refused; then we learn why, and try again later.
      if (stream.readyState !== EventSource.CLOSED || source !== stream) return;
      source = undefined;
      void comeBack(query);
    });
  };
  const comeBack = async (query: URLSearchParams): Promise<void> => {
    const refused = await refusedIds(`${base}live?${query}`);
    for (const id of refused) {
      missing.add(id);
      pass({kind: 'missing', id});
    }
    retry = setTimeout(connect, refused.length > 0 ? 0 : wait);
    wait = Math.min(longest, wait * 2);
  };

  channel?.addEventListener('message', ({data}: MessageEvent<Message>) => {
    if (data.kind === 'frame' && !leading) take(data.frame);
    if (data.kind === 'who') tell({kind: 'wants', tab, ids: mine});
    if (data.kind === 'wants') {
      // A tab that is new here has heard nothing yet: a stream that is opened anew begins with everything.
      if (!wanted.has(data.tab)) open = '';
      // An empty wish is a tab that says goodbye.
      if (data.ids.length === 0) wanted.delete(data.tab);
      else wanted.set(data.tab, data.ids);
      if (leading) connect();
    }
  });

  const lead = (): void => {
    leading = true;
    tell({kind: 'who'});
    connect();
  };
  if (channel === undefined || typeof navigator === 'undefined' || !('locks' in navigator)) lead();
  else
    void navigator.locks.request(`handbook-live ${base}`, async () => {
      lead();
      await new Promise(() => {}); // Held until the tab closes.
    });
  globalThis.addEventListener?.('pagehide', () => tell({kind: 'wants', tab, ids: []}));
  globalThis.addEventListener?.('pageshow', (event) => {
    // A page that comes back from the browser's cache asks again before it shows anything.
    if (!event.persisted) return;
    source?.close();
    source = undefined;
    tell({kind: 'wants', tab, ids: mine});
    if (leading) connect();
  });

  return (ids) => {
    mine = [...ids];
    tell({kind: 'wants', tab, ids: mine});
    if (leading) connect();
  };
}

async function refusedIds(url: string): Promise<string[]> {
  try {
    const answer = await fetch(url);
    const problem: unknown = answer.headers.get('content-type')?.includes('problem+json') ? await answer.json() : undefined;
    return isRecord(problem) && Array.isArray(problem['ids']) ? problem['ids'].map(String) : [];
  } catch {
    return [];
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
