import {expect, it} from 'vitest';
import {readAsk} from '../../../src/retro/room/asks.server.ts';

it('reads an ask with its number', () => {
  expect(readAsk('{"number":3,"kind":"phase","phase":"writing","minutes":8}')).toEqual({
    number: 3,
    kind: 'phase',
    phase: 'writing',
    minutes: 8,
  });
  expect(readAsk('{"number":0,"kind":"timer"}')).toEqual({number: 0, kind: 'timer'});
});

it.each<[text: string, number: number | undefined]>([
  ['', undefined],
  ['null', undefined],
  ['{"kind":"time"}', undefined],
  ['{"number":-1,"kind":"time"}', undefined],
  ['{"number":1,"kind":"delete"}', 1],
  ['{"number":1,"kind":"phase"}', 1],
  ['{"number":1,"kind":"timer","minutes":0}', 1],
  ['{"number":1,"kind":"timer","minutes":1e9}', 1],
  ['{"number":1,"kind":"lead","member":"me"}', 1],
  ['{"number":1,"kind":"close"}', 1],
])('reads %j as nothing that can be asked', (text, number) => {
  expect(readAsk(text)).toEqual({kind: 'unreadable', number});
});
