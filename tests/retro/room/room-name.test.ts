import {expect, it} from 'vitest';
import {ownRoom} from '../../../src/retro/board/wire.ts';
import {boardRoom, logName, readRoom, shortRoom} from '../../../src/retro/room/room-name.ts';

const [board, member] = ['aaaaaaaaaa-aaaaaaaaa_a', '0123456789abcdef'];

it('reads the room of a board, and of what one person has on it', () => {
  expect(readRoom(boardRoom(board))).toEqual({board, member: undefined});
  expect(readRoom(ownRoom(board, member))).toEqual({board, member});
  expect([boardRoom(board), ownRoom(board, member)].map(logName)).toEqual([board, `${board}/own/${member}`]);
});

it.each(['', 'board/', `board/${board}/`, `board/${board}/own/`, `board/${board}/own/${member}x`, `board/${board}\n`, `x/board/${board}`])(
  'knows no room %j',
  (room) => expect(readRoom(room)).toBeUndefined(),
);

it('says in a log too little to open a room', () => {
  expect([boardRoom(board), ownRoom(board, member), `board/${board}/x`].map(shortRoom)).toEqual(['aaaaaa…', 'aaaaaa…/own', '"board/aaaa"']);
});
