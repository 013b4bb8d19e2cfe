// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {Feed} from '../../../src/live/feed/feed.ts';
import type {Live} from '../../../src/live/state.ts';

const ok = {state: 'ok', observedAt: '2026-01-01T00:00:00.000Z', ageMs: 1000, validForMs: 20_000, value: {}, evidence: []} as const;

/** A stream that a test speaks through. */
class HandSource extends EventTarget {
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
  fail(): void {
    this.readyState = HandSource.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
}

let feed: Feed;
beforeEach(() => {
  vi.useFakeTimers({toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'performance', 'Date']});
  HandSource.opened = [];
  vi.stubGlobal('EventSource', HandSource);
  // One tab alone, as in a browser without these.
  vi.stubGlobal('BroadcastChannel', undefined);
  feed = new Feed('/_status/v1/');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const source = (): HandSource => HandSource.opened.at(-1) ?? expect.fail('no stream is open');
const said = (id = 'alert:A'): string => {
  const live: Live | undefined = feed.get(id);
  return live === undefined ? 'nothing' : live.state === 'unknown' ? live.reason : live.state;
};
const watch = async (...ids: string[]): Promise<void> => {
  for (const id of ids) feed.watch(id);
  await Promise.resolve();
};

describe('Feed', () => {
  it('opens one stream for all words of a page', async () => {
    await watch('alert:A', 'service:b', 'alert:A');
    expect(HandSource.opened.map(({url}) => url)).toEqual(['/_status/v1/stream?ids=alert%3AA%2Cservice%3Ab']);
  });

  it('claims nothing before the first answer', async () => {
    await watch('alert:A');
    expect(said()).toBe('nothing');
  });

  it('shows a state while it is confirmed, and takes its colour away when it is not', async () => {
    await watch('alert:A');
    source().say('live', {id: 'alert:A', live: ok});
    expect(said()).toBe('ok');
    for (let beat = 0; beat < 10; beat++) {
      vi.advanceTimersByTime(4000);
      source().say('heartbeat', {ages: {'alert:A': 1000}});
    }
    expect(said()).toBe('ok');
    // Heartbeats of other ids keep the stream alive, and not this state.
    for (let beat = 0; beat < 5; beat++) {
      vi.advanceTimersByTime(4000);
      source().say('heartbeat', {ages: {}});
    }
    expect(said()).toBe('stale');
    expect(feed.get('alert:A')).toMatchObject({lastKnown: {state: 'ok'}});
  });

  it('says that it has lost the gateway within 15 s of its last word, and recovers without a reload', async () => {
    await watch('alert:A');
    source().say('live', {id: 'alert:A', live: {...ok, validForMs: 600_000}});
    vi.advanceTimersByTime(15_000);
    expect(said()).toBe('ok');
    vi.advanceTimersByTime(1000);
    expect(said()).toBe('gateway-lost');
    source().say('live', {id: 'alert:A', live: ok});
    expect(said()).toBe('ok');
  });

  it('says so too when the gateway was never there', async () => {
    await watch('alert:A');
    vi.advanceTimersByTime(16_000);
    expect(said()).toBe('gateway-lost');
  });

  it('leaves out an id that the server refuses, and keeps the others', async () => {
    await watch('alert:A', 'alert:Gone');
    const body = JSON.stringify({ids: ['alert:Gone']});
    vi.stubGlobal('fetch', async () => new Response(body, {status: 404, headers: {'content-type': 'application/problem+json'}}));
    source().fail();
    await vi.waitFor(() => expect(HandSource.opened).toHaveLength(2));
    expect(source().url).toBe('/_status/v1/stream?ids=alert%3AA');
    expect(said('alert:Gone')).toBe('not-configured');
  });

  it('tells its listeners only of what a reader would see', async () => {
    await watch('alert:A');
    source().say('live', {id: 'alert:A', live: ok});
    const before = feed.get('alert:A');
    vi.advanceTimersByTime(3000);
    expect(feed.get('alert:A')).toBe(before);
  });
});
