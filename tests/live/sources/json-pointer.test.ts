import {describe, expect, it} from 'vitest';
import {pointed, said} from '../../../src/live/sources/json-pointer.ts';

describe('pointed', () => {
  // The examples of RFC 6901, section 5, and some more.
  const document: unknown = JSON.parse(
    '{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"m~n":8,"~1":9,"deep":{"rows":[{"value":null}]},"__proto__":{"own":true}}',
  );
  it.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/m~0n', 8],
    ['/~01', 9],
    ['/deep/rows/0/value', null],
    ['/__proto__/own', true],
  ])('reads %s', (pointer, value) => {
    expect(pointed(document, pointer)).toEqual(value);
  });

  it.each([
    '/nothing',
    '/foo/2',
    '/foo/00',
    '/foo/-',
    '/foo/length',
    '/foo/0/length',
    '/constructor',
    '/foo/constructor/prototype',
    '/deep/__proto__',
    '/deep/rows/0/value/x',
    '/toString',
  ])('finds nothing at %s', (pointer) => {
    expect(() => pointed(document, pointer)).toThrow(expect.objectContaining({reason: 'parse'}));
  });
});

describe('said', () => {
  const sourceTime = Date.parse('2026-11-22T03:00:00Z');

  it.each([
    ['2026-11-22T02:40:00.117Z', 1_795_315_200_117],
    ['2026-11-22T11:40:00+09:00', 1_795_315_200_000],
    ['2026-11-22T03:04:00Z', 1_795_316_640_000],
  ])('reads %s', (time, saidAt) => {
    expect(said({body: {time}, sourceTime}, {at: '/time'})).toEqual({saidAt});
  });

  it.each([['2026-11-22T02:40:00'], ['2026-11-22'], ['yesterday'], [1_795_315_200], [null], ['2026-11-22T03:06:00Z']])(
    'does not take %s for a time at which anything was said',
    (time) => {
      expect(() => said({body: {time}, sourceTime}, {at: '/time'})).toThrow(expect.objectContaining({reason: 'parse'}));
    },
  );

  it('does not let an age pass that nothing tells', () => {
    expect(said({body: {}, sourceTime}, {})).toEqual({});
    expect(() => said({body: {}, sourceTime}, {maxAge: '5m'})).toThrow(expect.objectContaining({reason: 'not-configured'}));
  });
});
