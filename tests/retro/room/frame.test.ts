import * as fc from 'fast-check';
import {expect, it} from 'vitest';
import {readFrame} from '../../../src/retro/room/frame.ts';

const room = 'board/aaaaaaaaaaaaaaaaaaaaaa';
const to = (address: string, ...bytes: number[]): Uint8Array => {
  const text = new TextEncoder().encode(address);
  return new Uint8Array([text.length, ...text, ...bytes]);
};
const texts = (text: string): number[] => [text.length, ...new TextEncoder().encode(text)];

it.each<[what: string, bytes: number[], isSync?: boolean]>([
  ['who it is', [2, 0, ...texts('a-token'), ...texts('4.7.0')]],
  ['what it has', [0, 0, 1, 0], true],
  ['what we have not', [0, 1, 2, 0, 0], true],
  ['an update', [0, 2, 2, 0, 0]],
  ['its presence', [1, 6, 1, 7, 1, ...texts('{}')]],
  ['an ask', [5, ...texts('{}')]],
  ['that it leaves', [7]],
])('reads that a client says %s', (_what, bytes, isSync = false) => {
  expect(readFrame(to(room, ...bytes))).toEqual({address: room, isSync});
});

it('reads the session behind a room', () => {
  expect(readFrame(to(`${room}\0abc`, 3))).toEqual({address: `${room}\0abc`, isSync: false});
});

it.each<[what: string, bytes: Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['an address without an end', new Uint8Array([200, 65])],
  ['a number without an end', new Uint8Array(20).fill(255)],
  ['an address that is no text', new Uint8Array([2, 255, 254, 3])],
  ['no message', to(room)],
  ['a message that there is not', to(room, 99)],
  ['a message of servers among themselves', to(room, 6, ...texts('x'))],
  ['a step of sync that there is not', to(room, 0, 9, 1, 1)],
  ['a part that is longer than the frame', to(room, 0, 2, 250, 1, 1)],
  ['a state vector that is none', to(room, 0, 0, 1, 9)],
  ['a presence that is no JSON', to(room, 1, 5, 1, 7, 1, ...texts('{'))],
  ['a presence that is longer than any', to(room, 1, 131, 40, 1, 7, 1, 254, 39, ...Array<number>(5118).fill(48))],
  ['a version that is none', to(room, 2, 0, ...texts('a-token'), 9)],
  ['an address that is longer than any', new Uint8Array([201, 1, ...Array<number>(201).fill(97), 7])],
  ['another kind of proof', to(room, 2, 7, ...texts('x'))],
])('does not read %s', (_what, bytes) => {
  expect(readFrame(bytes)).toBeUndefined();
});

it('never throws', () => {
  fc.assert(fc.property(fc.uint8Array({maxLength: 60}), (bytes) => void readFrame(to(room, ...bytes))));
});
