// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Frame} from '../../../src/live/feed/frame.ts';
import {joinTabs, type Tabs} from '../../../src/live/feed/tabs.ts';
import {answerWith, firing, HandSource, ok, pass, standDown, standIn, web} from './stand-ins.ts';

interface Tab extends Tabs {
  readonly heard: Frame[];
}

beforeEach(() => {
  standIn({tabs: true});
  web.answer = answerWith({'alert:A': ok});
});
afterEach(standDown);

async function openTab(...ids: string[]): Promise<Tab> {
  const heard: Frame[] = [];
  const tabs = joinTabs({base: '/_status/v1/', clock: () => Date.now(), take: (frame) => heard.push(frame)});
  const timer = setInterval(tabs.tick, 1000);
  await pass(1);
  tabs.want(ids);
  await pass(1);
  return {...tabs, heard, leave: () => (clearInterval(timer), tabs.leave())};
}
/** A tab that holds the lock, and says only what the test says. */
async function holdLock(): Promise<{say: (frame: Frame) => void}> {
  void navigator.locks.request('handbook-live /_status/v1/', async () => new Promise(() => {}));
  const channel = new BroadcastChannel('handbook-live /_status/v1/');
  await pass(1);
  return {say: (frame) => channel.postMessage({kind: 'frame', frame, tab: 'held', leads: true, sentAt: Date.now()})};
}
const streams = (): string[] => HandSource.open().map(({url}) => decodeURIComponent(url.replace(/.*ids=/, '')));
const speak = (event: string, data: unknown): void => {
  for (const stream of HandSource.open()) stream.say(event, data);
};
/** Time passes with heartbeats in it. */
const beat = async (ms: number): Promise<void> => {
  for (let passed = 0; passed < ms; passed += 4000) {
    speak('heartbeat', {ages: {'alert:A': [10, 20_000]}});
    await pass(4000);
  }
};

describe('the tabs of a browser', () => {
  it('open one stream, with what all of them want', async () => {
    await openTab('alert:A');
    expect(web.asked).toEqual([]);
    const second = await openTab('service:b');
    expect(streams()).toEqual(['alert:A,service:b']);
    speak('live', {id: 'service:b', live: ok});
    await pass(1);
    expect(second.heard).toContainEqual({kind: 'live', id: 'service:b', live: ok});
  });

  it('do not wait for the stream to know what it said before they came', async () => {
    await openTab('alert:A');
    const second = await openTab('alert:A');
    expect([streams(), second.heard]).toEqual([['alert:A'], [{kind: 'live', id: 'alert:A', live: ok}]]);
  });

  it('believe no heartbeat before they have heard everything', async () => {
    await openTab('alert:A');
    web.answer = undefined;
    const second = await openTab('alert:A');
    await beat(4000);
    expect(second.heard).toEqual([{kind: 'ages', ages: {}}]);
    web.answer = answerWith({'alert:A': firing});
    await beat(8000);
    expect(second.heard).toContainEqual({kind: 'live', id: 'alert:A', live: firing});
    expect(second.heard.at(-1)).toEqual({kind: 'ages', ages: {'alert:A': [10, 20_000]}});
  });

  it('pass the stream on to the next when one leaves', async () => {
    const first = await openTab('alert:A');
    await openTab('service:b');
    first.leave();
    await pass(1);
    expect(streams()).toEqual(['service:b']);
  });

  it('close the stream when nobody wants anything', async () => {
    const only = await openTab('alert:A');
    only.want([]);
    expect(streams()).toEqual([]);
  });

  it('ask anew for what a tab comes to want, when the stream goes on', async () => {
    const first = await openTab('alert:A');
    await openTab('service:b');
    first.want(['service:b', 'alert:A']);
    await pass(1);
    expect(web.asked.at(-1)).toBe('/_status/v1/live?ids=service%3Ab%2Calert%3AA');
  });

  it('have a stand-in within 11 s for one that is frozen, until it is heard again', async () => {
    const frozen = await holdLock();
    const tab = await openTab('alert:A');
    frozen.say({kind: 'live', id: 'alert:A', live: ok});
    await pass(10_900);
    expect(streams()).toEqual(['alert:A']);
    tab.heard.length = 0;
    speak('live', {id: 'alert:A', live: firing});
    expect(tab.heard).toEqual([{kind: 'live', id: 'alert:A', live: firing}]);
    frozen.say({kind: 'ages', ages: {}});
    await beat(4000);
    expect(streams()).toHaveLength(1);
    web.asked.length = 0;
    frozen.say({kind: 'ages', ages: {}});
    await pass(1);
    expect([streams(), web.asked]).toEqual([[], ['/_status/v1/live?ids=alert%3AA']]);
  });

  it('have one stand-in, however many wait', async () => {
    await holdLock();
    for (let n = 0; n < 5; n++) await openTab('alert:A');
    await pass(10_000);
    await beat(8000);
    expect(streams()).toHaveLength(1);
  });

  it('take no word that was passed on before they slept', async () => {
    await openTab('alert:A');
    const second = await openTab('alert:A');
    second.heard.length = 0;
    HandSource.open()[0]?.say('live', {id: 'alert:A', live: firing});
    vi.setSystemTime(Date.now() + 6000);
    await pass(1);
    expect(second.heard).toEqual([]);
  });

  it('forget what a tab wanted that the browser threw away', async () => {
    await openTab('alert:A');
    const thrown = new BroadcastChannel('handbook-live /_status/v1/');
    thrown.postMessage({kind: 'wants', tab: 'thrown', ids: ['service:gone']});
    await pass(1);
    expect(streams()).toEqual(['alert:A,service:gone']);
    await beat(130_000);
    expect(streams()).toEqual(['alert:A']);
  });

  it('share one stream without locks too, as on a page that is not served over https', async () => {
    Object.defineProperty(navigator, 'locks', {configurable: true, value: undefined});
    await openTab('alert:A');
    await pass(2000);
    await openTab('alert:A');
    await beat(12_000);
    expect(streams()).toEqual(['alert:A']);
  });

  it('open a second stream for ids beyond a hundred', async () => {
    await openTab(...Array.from({length: 150}, (_, n) => `alert:A${n}`));
    expect(streams().map((ids) => ids.split(',').length)).toEqual([100, 50]);
  });

  it('ask for more ids than an address holds in several questions', async () => {
    await openTab('alert:A');
    await openTab(...Array.from({length: 250}, (_, n) => `alert:B${n}`));
    expect(web.asked.map((url) => decodeURIComponent(url).split(',').length)).toEqual([100, 100, 50]);
  });
});
