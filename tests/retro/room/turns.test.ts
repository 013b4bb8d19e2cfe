import {expect, it} from 'vitest';
import {createTurns} from '../../../src/retro/room/turns.ts';

const pause = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

it('does one thing after the other on a board, and goes on when one fails', async () => {
  const turns = createTurns();
  const done: string[] = [];
  const act = (what: string) => async (): Promise<string> => {
    done.push(`${what} begins`);
    await pause();
    if (what === 'b') throw new Error('b');
    done.push(`${what} ends`);
    return what;
  };
  const all = await Promise.allSettled(['a', 'b', 'c'].map((what) => turns.take('board', act(what))));
  expect(done).toEqual(['a begins', 'a ends', 'b begins', 'c begins', 'c ends']);
  expect(all.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('says when a board is quiet, and of no other board', async () => {
  const turns = createTurns();
  expect(turns.over('board')).toBeUndefined();
  let isDone = false;
  const taken = turns.take('board', async () => {
    await pause();
    isDone = true;
  });
  expect(turns.over('other')).toBeUndefined();
  await turns.over('board');
  expect(isDone).toBe(true);
  await taken;
  expect(turns.over('board')).toBeUndefined();
});
