import {expect, test} from 'vitest';
import {peopleOf} from '../../../src/retro/store/people.ts';

const me = {member: 'me', name: '', isDone: false};

test('puts this tab first, and the others by name', () => {
  const states = [
    {member: 'b', name: 'two', isDone: true},
    {member: 'a', name: 'one', isDone: false, card: 'c1'},
    {member: 'me', name: 'an old name', isDone: true},
  ];
  expect(peopleOf(me, states)).toEqual([
    me,
    {member: 'a', name: 'one', isDone: false, card: 'c1'},
    {member: 'b', name: 'two', isDone: true},
  ]);
});

test('takes two tabs of one person for one', () => {
  const states = [
    {member: 'a', name: '', isDone: false, card: 'c1'},
    {member: 'a', name: 'one', isDone: true},
  ];
  expect(peopleOf(me, states)).toEqual([me, {member: 'a', name: 'one', isDone: true, card: 'c1'}]);
});

test('leaves out what is not a person, and cuts what is too long', () => {
  const strange = [null, 1, 'a', {}, {member: 7}, {member: ''}, {member: 'a', name: 'n'.repeat(100), isDone: 'yes', card: 5}];
  expect(peopleOf(me, strange)).toEqual([me, {member: 'a', name: 'n'.repeat(40), isDone: false}]);
});
