// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Frame} from '../../../src/live/feed/frame.ts';
import {openLine} from '../../../src/live/feed/line.ts';
import {answerWith, HandSource, ok, pass, standDown, standIn, web} from './stand-ins.ts';

let heard: Frame[];
let close: () => void;
beforeEach(() => {
  standIn({tabs: false});
  heard = [];
});
afterEach(() => {
  close();
  standDown();
});

const open = (...ids: string[]): void => {
  close = openLine({base: '/_status/v1/', ids, take: (frame) => heard.push(frame)});
};
const stream = (): HandSource => HandSource.opened.at(-1) ?? expect.fail('no stream is open');

describe('a line', () => {
  it('passes on what the stream says', () => {
    open('alert:A', '*');
    expect(stream().url).toBe('/_status/v1/stream?ids=alert%3AA&alerts=1');
    stream().say('live', {id: 'alert:A', live: ok});
    stream().say('heartbeat', {ages: {'alert:A': [5, 20_000]}});
    expect(heard).toEqual([
      {kind: 'live', id: 'alert:A', live: ok},
      {kind: 'ages', ages: {'alert:A': [5, 20_000]}},
    ]);
  });

  it('polls when the stream does not speak within 5 s, and is told by 304 that nothing changed', async () => {
    web.answer = (url, tag) => {
      if (tag !== undefined) return new Response(null, {status: 304, headers: {'handbook-ages': '700/18000'}});
      const body = url.includes('alerts') ? {items: [], live: ok} : {items: {'alert:A': ok}};
      return new Response(JSON.stringify(body), {headers: {etag: 'W/"b-1"'}});
    };
    open('alert:A', '*');
    await pass(4900);
    expect(web.asked).toEqual([]);
    await pass(200);
    expect(web.asked).toEqual(['/_status/v1/live?ids=alert%3AA', '/_status/v1/alerts']);
    expect(heard).toEqual([
      {kind: 'live', id: 'alert:A', live: ok},
      {kind: 'alerts', answer: {items: [], live: ok}},
    ]);
    heard = [];
    await pass(5000);
    expect(heard).toEqual([
      {kind: 'ages', ages: {'alert:A': [700, 18_000]}},
      {kind: 'ages', ages: {'*': [700, 18_000]}},
    ]);
    expect(HandSource.open()).toEqual([]);
  });

  it.each([[undefined], [''], ['700'], ['700/'], ['700/18000,1/2'], ['700/-1'], ['700/Infinity'], ['-']])(
    'believes no 304 that does not say how old it is and may become: %j',
    async (ages) => {
      web.answer = (_url, tag) =>
        tag === undefined
          ? new Response(JSON.stringify({items: {'alert:A': ok}}), {headers: {etag: 'W/"b-1"'}})
          : new Response(null, {status: 304, headers: ages === undefined ? {} : {'handbook-ages': ages}});
      open('alert:A');
      await pass(5100);
      heard = [];
      await pass(6000);
      expect(heard).toEqual([]);
    },
  );

  it('tries the stream again, ever more rarely, and stops polling once it speaks', async () => {
    web.answer = answerWith({'alert:A': ok});
    open('alert:A');
    await pass(10 * 60_000);
    // After 15, 30, 60, 120 and then every 180 s, and each time 5 s of patience.
    expect(HandSource.opened.length).toBe(1 + 5);
    await pass(180_000);
    const last = stream();
    while (HandSource.open().length === 0) await pass(1000);
    stream().say('hello', '');
    expect(stream()).not.toBe(last);
    const asked = web.asked.length;
    await pass(9000);
    expect(web.asked.length).toBe(asked);
  });

  it('opens the stream anew when it falls silent, without an id to resume from', async () => {
    open('alert:A');
    stream().say('heartbeat', {ages: {}});
    await pass(9100);
    expect([HandSource.opened.length, HandSource.open().length]).toEqual([2, 1]);
  });

  it('leaves coming back from a cut connection to the browser', async () => {
    open('alert:A');
    stream().say('heartbeat', {ages: {}});
    stream().drop();
    await pass(2000);
    stream().say('heartbeat', {ages: {}});
    await pass(4000);
    expect([HandSource.opened.length, web.asked.length]).toEqual([1, 0]);
  });

  it('is back on the stream soon after a server that was away answers again', async () => {
    open('alert:A');
    stream().drop();
    await pass(10_000);
    const before = HandSource.opened.length;
    web.answer = answerWith({'alert:A': ok});
    await pass(7100);
    expect(HandSource.opened.length).toBeGreaterThan(before);
    expect(heard).toContainEqual({kind: 'live', id: 'alert:A', live: ok});
  });

  it('leaves out an id that the server refuses, and keeps the others', async () => {
    web.answer = (url) =>
      url.includes('Gone')
        ? new Response(JSON.stringify({ids: ['alert:Gone']}), {status: 404, headers: {'content-type': 'application/problem+json'}})
        : new Response(JSON.stringify({items: {}}));
    open('alert:A', 'alert:Gone');
    stream().fail();
    await pass(10);
    expect(heard).toEqual([{kind: 'missing', id: 'alert:Gone'}]);
    expect(HandSource.open().map(({url}) => url)).toEqual(['/_status/v1/stream?ids=alert%3AA']);
  });

  it('says nothing after it was closed', async () => {
    let release = (): void => {};
    web.answer = async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return new Response(JSON.stringify({items: {'alert:A': ok}}));
    };
    open('alert:A');
    await pass(5100);
    close();
    release();
    stream().say('live', {id: 'alert:A', live: ok});
    await pass(60_000);
    expect([heard, web.asked.length]).toEqual([[], 1]);
  });
});
