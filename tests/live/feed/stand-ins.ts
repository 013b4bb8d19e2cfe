import {vi} from 'vitest';

/** What a browser has and a test speaks through: streams, answers, tabs that hear one another, and locks. Time is the test's. */

export const ok = {state: 'ok', observedAt: '2026-01-01T00:00:00.000Z', ageMs: 1000, validForMs: 20_000, value: {}, evidence: []} as const;
export const firing = {...ok, state: 'firing', value: {firing: 1}} as const;

/** A stream that a test speaks through. */
export class HandSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: HandSource[] = [];
  readonly url: string;
  readyState = 1;
  constructor(url: string) {
    super();
    this.url = url;
    HandSource.opened.push(this);
  }
  close(): void {
    this.readyState = HandSource.CLOSED;
  }
  say(event: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(event, {data: JSON.stringify(data)}));
  }
  /** The server has refused it: the browser does not come back by itself. */
  fail(): void {
    this.readyState = HandSource.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
  /** The connection is cut: the browser comes back by itself. */
  drop(): void {
    this.readyState = 0;
    this.dispatchEvent(new Event('error'));
  }
  static open(): HandSource[] {
    return HandSource.opened.filter(({readyState}) => readyState !== HandSource.CLOSED);
  }
}

type Answer = (url: string, tag: string | undefined) => Response | Promise<Response>;

/** What `fetch` answers, and what it was asked. Without an answer nobody is there. */
export const web = {answer: undefined as Answer | undefined, asked: [] as string[]};

export function answerWith(items: Readonly<Record<string, unknown>>): Answer {
  return () => new Response(JSON.stringify({items}), {headers: {'content-type': 'application/json', etag: 'W/"b-1"'}});
}

/** Channels of tabs that hear one another after a moment. A tab that is frozen hears nothing until it thaws, and then all of it. */
class HandChannel extends EventTarget {
  static readonly all = new Set<HandChannel>();
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
    HandChannel.all.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of HandChannel.all) {
      if (other === this || other.name !== this.name) continue;
      queueMicrotask(() => HandChannel.all.has(other) && other.dispatchEvent(new MessageEvent('message', {data})));
    }
  }
  close(): void {
    HandChannel.all.delete(this);
  }
}

type Work = (lock: object | null) => Promise<unknown>;
type Wish = {readonly ifAvailable?: boolean; readonly signal?: AbortSignal};

/** https://www.w3.org/TR/web-locks/, as far as it is used here. */
class HandLocks {
  #holders = 0;
  #queue: (() => void)[] = [];
  async request(_name: string, ...rest: [Work] | [Wish, Work]): Promise<unknown> {
    const work = rest.length === 1 ? rest[0] : rest[1];
    const options = rest.length === 1 ? {} : rest[0];
    if (this.#holders > 0) {
      if (options.ifAvailable === true) return work(null);
      await new Promise<void>((resolve, reject) => {
        this.#queue.push(resolve);
        options.signal?.addEventListener('abort', () => {
          this.#queue = this.#queue.filter((waiting) => waiting !== resolve);
          reject(new DOMException('left', 'AbortError'));
        });
      });
    }
    this.#holders++;
    try {
      return await work({});
    } finally {
      this.#holders--;
      this.#queue.shift()?.();
    }
  }
}

export function standIn({tabs}: {readonly tabs: boolean}): void {
  vi.useFakeTimers({toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'performance', 'Date']});
  HandSource.opened = [];
  HandChannel.all.clear();
  web.answer = undefined;
  web.asked = [];
  vi.stubGlobal('EventSource', HandSource);
  vi.stubGlobal('fetch', async (url: string, init?: {headers?: Record<string, string>}) => {
    web.asked.push(url);
    if (web.answer === undefined) throw new TypeError('nobody is there');
    return web.answer(url, init?.headers?.['if-none-match']);
  });
  vi.stubGlobal('BroadcastChannel', tabs ? HandChannel : undefined);
  noteListeners(document);
  noteListeners(window);
  Object.defineProperty(navigator, 'locks', {configurable: true, value: new HandLocks()});
}

/** Pages of earlier tests listen no more. */
const listeners: (() => void)[] = [];

function noteListeners(target: EventTarget): void {
  const add = target.addEventListener.bind(target);
  vi.spyOn(target, 'addEventListener').mockImplementation((type: string, listener) => {
    add(type, listener);
    listeners.push(() => target.removeEventListener(type, listener));
  });
}

export function standDown(): void {
  for (const remove of listeners.splice(0)) remove();
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
}

/** Lets this many milliseconds pass, and everything happen that they bring. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
