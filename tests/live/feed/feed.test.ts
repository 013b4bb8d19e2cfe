// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {Feed} from '../../../src/live/feed/feed.ts';
import {steadyClock} from '../../../src/live/clock.ts';
import type {Live} from '../../../src/live/state.ts';
import type {Verdict} from '../../../src/live/truth/checks.ts';
import {Ledger} from '../../../src/live/truth/ledger.ts';
import {rollUp} from '../../../src/live/truth/roll-up.ts';
import {unknownLive} from '../../../src/live/wire.ts';
import {answerWith, firing, HandSource, ok, pass, standDown, standIn, web} from './stand-ins.ts';

let feed: Feed;
/** Milliseconds that the machine has slept: its clock went on, and nothing else did. */
let slept: number;
beforeEach(() => {
  // One tab alone, as in a browser without channels.
  standIn({tabs: false});
  slept = 0;
  feed = new Feed('/_status/v1/', steadyClock({wall: () => Date.now() + slept, uptime: () => performance.now()}));
});
afterEach(standDown);

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
      source().say('heartbeat', {ages: {'alert:A': [1000, 20_000]}});
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

  it('says that it has lost the gateway within 10 s of its last word, and recovers without a reload', async () => {
    await watch('alert:A');
    source().say('live', {id: 'alert:A', live: {...ok, validForMs: 600_000}});
    vi.advanceTimersByTime(7000);
    expect(said()).toBe('ok');
    vi.advanceTimersByTime(2000);
    expect(said()).toBe('gateway-lost');
    web.answer = answerWith({'alert:A': ok});
    await pass(4000);
    expect(said()).toBe('ok');
  });

  it('says so too when the gateway was never there', async () => {
    await watch('alert:A');
    vi.advanceTimersByTime(16_000);
    expect(said()).toBe('gateway-lost');
  });

  it('says that an id is not set up when the server does not know it', async () => {
    await watch('alert:Gone');
    web.answer = () =>
      new Response(JSON.stringify({ids: ['alert:Gone']}), {status: 404, headers: {'content-type': 'application/problem+json'}});
    source().fail();
    await pass(10);
    expect(said('alert:Gone')).toBe('not-configured');
  });

  it('forgets what nobody watches: it may have changed when it is watched again', async () => {
    const leave = feed.watch('alert:A');
    await watch('alert:B');
    source().say('live', {id: 'alert:A', live: {...ok, validForMs: 600_000}});
    leave();
    await Promise.resolve();
    await watch('alert:A');
    expect(said()).toBe('nothing');
  });

  it('goes on showing what rests on quick and slow things, whichever of them is to expire first', async () => {
    const ledger = new Ledger();
    const seen = new Set<string>();
    /** Rules that are evaluated every second and every half a minute, and a probe that asks every five minutes. */
    const turns = [
      {everyMs: 1000, validForMs: 10_000},
      {everyMs: 30_000, validForMs: 97_000},
      {everyMs: 300_000, validForMs: 905_000},
    ];
    const settle = (now: number): void => {
      const parts = turns.map(({everyMs, validForMs}, n): [string, Verdict] => [
        `part ${n}`,
        {state: 'ok', value: {}, evidence: [], validForMs, observedAt: now - (now % everyMs)},
      ]);
      ledger.settle(new Map([['service:b', rollUp(parts, now)]]), new Set());
    };
    const live = (now: number): Live => ledger.live('service:b', now) ?? unknownLive('never-seen');
    await watch('service:b');
    // Just after all of them had their turn, when it is valid for the shortest time.
    const began = 1_000_000 * 300_000;
    settle(began);
    source().say('live', {id: 'service:b', live: live(began)});
    for (let second = 1; second <= 900; second++) {
      vi.advanceTimersByTime(1000);
      settle(began + second * 1000);
      const {ageMs, validForMs} = live(began + second * 1000);
      if (second % 3 === 0) source().say('heartbeat', {ages: {'service:b': [ageMs, validForMs]}});
      seen.add(said('service:b'));
    }
    expect([[...seen], ledger.version]).toEqual([['ok'], 1]);
  });

  it('lets a state expire in time when it comes to be valid for less', async () => {
    await watch('alert:A');
    source().say('live', {id: 'alert:A', live: {...ok, validForMs: 600_000}});
    source().say('heartbeat', {ages: {'alert:A': [1000, 4000]}});
    vi.advanceTimersByTime(2500);
    expect(said()).toBe('ok');
    vi.advanceTimersByTime(1500);
    expect(said()).toBe('stale');
  });

  it.each([[1000], [[1000]], [[1000, null]], [['1000', '600000']], [null]])('takes no confirmation from %j', async (age) => {
    await watch('alert:A');
    source().say('live', {id: 'alert:A', live: ok});
    for (let beat = 0; beat < 5; beat++) {
      vi.advanceTimersByTime(4000);
      source().say('heartbeat', {ages: {'alert:A': age}});
    }
    expect(said()).toBe('stale');
  });

  it('lets nothing stand that is not confirmed, however long it is valid', async () => {
    await watch('alert:A');
    source().say('live', {id: 'alert:A', live: {...ok, validForMs: 600_000}});
    for (let beat = 0; beat < 4; beat++) {
      vi.advanceTimersByTime(4000);
      source().say('heartbeat', {ages: {}});
    }
    expect(said()).toBe('stale');
  });

  it('keeps what the stream said when an answer comes that was under way meanwhile', async () => {
    await watch('alert:A');
    source().say('live', {id: 'alert:A', live: ok});
    let answer = (): void => {};
    web.answer = async () => {
      await new Promise<void>((resolve) => (answer = resolve));
      return new Response(JSON.stringify({items: {'alert:A': ok}}));
    };
    // The same ids in another order: the stream goes on, and the page asks for itself.
    feed.watch('alert:A');
    await pass(100);
    expect(web.asked).toHaveLength(1);
    source().say('live', {id: 'alert:A', live: firing});
    answer();
    await pass(10);
    expect(said()).toBe('firing');
  });

  it('tells its listeners only of what a reader would see', async () => {
    await watch('alert:A');
    source().say('live', {id: 'alert:A', live: ok});
    const before = feed.get('alert:A');
    vi.advanceTimersByTime(3000);
    expect(feed.get('alert:A')).toBe(before);
  });
});

describe('a page that slept', () => {
  beforeEach(async () => {
    await watch('alert:A');
    source().say('live', {id: 'alert:A', live: {...ok, validForMs: 600_000}});
  });
  const wake = {
    'its timers find that time has passed': () => {
      slept = 60_000;
      vi.advanceTimersByTime(1000);
    },
    'a frame comes that waited': () => {
      slept = 60_000;
      source().say('heartbeat', {ages: {'alert:A': [10, 600_000]}});
    },
    'it becomes visible': () => {
      slept = 60_000;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    'it was frozen': () => {
      document.dispatchEvent(new Event('freeze'));
      expect(said()).toBe('stale');
      expect(HandSource.open()).toEqual([]);
      document.dispatchEvent(new Event('resume'));
    },
    'it comes back from the cache of the browser': () => {
      dispatchEvent(new Event('pagehide'));
      expect(said()).toBe('stale');
      expect(HandSource.open()).toEqual([]);
      dispatchEvent(Object.assign(new Event('pageshow'), {persisted: true}));
    },
  };

  it.each(Object.entries(wake))('shows no colour before it has heard anew when %s', async (_name, act) => {
    const before = source();
    act();
    expect(said()).toBe('stale');
    expect(feed.get('alert:A')).toMatchObject({lastKnown: {state: 'ok'}});
    expect(HandSource.open()).toHaveLength(1);
    expect(source()).not.toBe(before);
    // What the old stream still has to deliver, and what only confirms, bring no colour back.
    before.say('live', {id: 'alert:A', live: ok});
    source().say('heartbeat', {ages: {'alert:A': [10, 600_000]}});
    expect(said()).toBe('stale');
    source().say('live', {id: 'alert:A', live: firing});
    expect(said()).toBe('firing');
  });

  it('tells its listeners at once, before anything is painted', () => {
    let told = '';
    feed.subscribe(() => (told = said()));
    slept = 60_000;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(told).toBe('stale');
  });

  it('is not one that was only out of sight', () => {
    const before = source();
    vi.advanceTimersByTime(2000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect([said(), source()]).toEqual(['ok', before]);
  });

  it('says within 15 s that the gateway is lost, when it is', async () => {
    slept = 60_000;
    vi.advanceTimersByTime(1000);
    await pass(16_000);
    expect(said()).toBe('gateway-lost');
  });
});
