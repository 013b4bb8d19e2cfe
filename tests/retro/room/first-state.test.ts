import {expect, it} from 'vitest';
import {Doc, encodeStateAsUpdate, encodeStateVector, Map as YMap} from 'yjs';
import {beginBoard} from '../../../src/retro/board/edit-board.ts';
import {readFirstState} from '../../../src/retro/room/first-state.ts';

function begun(): Doc {
  const document = new Doc();
  beginBoard(document, {agenda: 'kpt-60', phase: 'writing', lang: 'en', date: '2026-11-20', lastTries: []});
  return document;
}

it('takes a board as a browser begins it', () => {
  const state = encodeStateAsUpdate(begun());
  expect(readFirstState(state)).toEqual({kind: 'board', state});
});

it('says what is missing of one that is not whole', () => {
  const document = begun();
  const vector = encodeStateVector(document);
  document.getMap('meta').set('phase', 'grouping');
  for (const [bytes, words] of [
    [encodeStateAsUpdate(document, vector), 'parts that others build on are missing'],
    [encodeStateAsUpdate(new Doc()), 'meta.phase and meta.agenda'],
    [new Uint8Array([9]), 'it cannot be applied'],
  ] as const)
    expect(readFirstState(bytes)).toMatchObject({kind: 'none', why: 'malformed', message: expect.stringContaining(words)});
});

it('takes nothing but what a board has', () => {
  const document = begun();
  document.getArray('elsewhere').push(['x']);
  expect(readFirstState(encodeStateAsUpdate(document))).toMatchObject({why: 'malformed', message: expect.stringContaining('"elsewhere"')});
});

it('takes no more cards than a board may have', () => {
  const document = begun();
  for (let n = 0; n < 2001; n++) document.getMap('cards').set(`c${n}`, 'x');
  expect(readFirstState(encodeStateAsUpdate(document))).toMatchObject({
    why: 'too-large',
    message: 'Found 2001 cards, expected at most 2000.',
  });
});

it('takes no board whose parts are so deep in each other that nobody can delete them', () => {
  const document = begun();
  let at = document.getMap<unknown>('cards');
  for (let n = 0; n < 40; n++) at = at.set('x', new YMap<unknown>());
  expect(readFirstState(encodeStateAsUpdate(document))).toMatchObject({
    why: 'malformed',
    message: expect.stringContaining('no more than 32 shared types'),
  });
});
