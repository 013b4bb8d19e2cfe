import {expect, it} from 'vitest';
import {passPresence} from '../../../src/retro/room/presence.ts';

const [mine, other] = ['0123456789abcdef', 'fedcba9876543210'];
const pass = (state: unknown) => passPresence(state, {member: mine, hasCard: (id) => id === 'shown'});

it('passes what the others may see, and nothing else', () => {
  expect(pass({member: mine, name: 'n', isDone: true, card: 'shown', more: 1})).toEqual({
    member: mine,
    name: 'n',
    isDone: true,
    card: 'shown',
  });
});

it('takes for nothing what is of another kind, too long, or not on the board', () => {
  expect(pass({member: mine, name: 7, isDone: 'yes', card: 'draft'})).toEqual({member: mine, name: '', isDone: false});
  expect(pass({member: mine, name: `${'x'.repeat(39)}😀`, card: 'x'.repeat(65)})).toEqual({
    member: mine,
    name: `${'x'.repeat(39)}\uFFFD`,
    isDone: false,
  });
});

it('lets a tab say nothing of itself', () => {
  for (const state of [{}, {name: 'n'}, null, 7, 'text', []]) expect(pass(state)).toEqual({});
});

it('sees that somebody claims to be another one', () => {
  for (const member of [other, '', null, [mine]]) expect(pass({member, name: 'n', isDone: false})).toBe('forged');
});
