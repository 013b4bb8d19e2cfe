import {describe, expect, it} from 'vitest';
import type {Card} from '../../../../src/retro/board/shapes.ts';
import {inReach, stacksOf, stepTo, votesOf} from '../../../../src/retro/ui/cards/stacks.ts';

const card = (id: string, fields: Partial<Card> = {}): Card => ({id, column: 'keep', text: id, order: 0, createdAt: 0, ...fields});
const cards = [card('a'), card('b'), card('b2', {group: 'b'}), card('c'), card('p', {column: 'problem'})];

it('puts a card that is like another one behind it, wherever it was written', () => {
  const stacks = stacksOf([...cards, card('x', {column: 'try', group: 'a'})], 'keep');
  expect(inReach(stacks).map(({id}) => id)).toEqual(['a', 'x', 'b', 'b2', 'c']);
});

it('stands by the votes of the whole group', () => {
  const stacks = stacksOf([card('a', {votes: 2}), card('b', {votes: 1}), card('b2', {group: 'b', votes: 2})], 'keep', {byVotes: true});
  expect(stacks.map((stack) => `${stack.head.id} ${votesOf(stack)}`)).toEqual(['b 3', 'a 2']);
});

describe('a step', () => {
  it.each([
    ['b', 'up', {column: 'keep', before: 'a'}],
    ['a', 'down', {column: 'keep', before: 'c'}],
    ['b', 'down', {column: 'keep', before: undefined}],
    ['a', 'up', undefined],
    ['c', 'down', undefined],
    ['a', 'right', {column: 'problem', before: 'p'}],
    ['c', 'right', {column: 'problem', before: undefined}],
    ['a', 'left', undefined],
    ['b2', 'up', {column: 'keep', before: 'b'}],
    ['b2', 'down', {column: 'keep', before: 'c'}],
    ['gone', 'up', undefined],
  ] as const)('of %s %s leads there', (id, direction, to) => {
    expect(stepTo(cards, id, direction)).toEqual(to);
  });
});
