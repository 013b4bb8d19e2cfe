import {expect, it} from 'vitest';
import {dayOf, lackingIn, missingOf} from '../../../../src/retro/ui/boxes/missing.ts';

const whole = {owner: '@sre-primary', firstStep: 'Read the log.', check: '2026-11-27'};

it.each([
  [whole, []],
  [{...whole, owner: ' '}, ['owner']],
  [{...whole, firstStep: '', check: ''}, ['firstStep', 'check']],
  [{...whole, check: '2026-02-31x'}, ['check']],
  [{...whole, owner: '@sre-laed'}, ['ownerUnknown']],
  [{...whole, check: '2026-11-21'}, ['checkPast']],
  [{...whole, check: '2026-11-22'}, []],
])('says what %j lacks', (commitment, missing) => {
  expect(missingOf(commitment, {today: '2026-11-22', owners: ['@sre-lead', '@sre-primary']})).toEqual(missing);
});

it('counts what the import would refuse: a kept Try without a later day, a chosen one without its three', () => {
  const last = {id: 'try-20261113-1', text: 'Measure.', owner: '@sre-primary', check: '2026-11-27', carried: 0, learned: '', nextCheck: ''};
  const card = {id: 'c1', column: 'try', text: 'Measure.', order: 1, createdAt: 0} as const;
  const lastTries = [last, {...last, outcome: 'done'}, {...last, outcome: 'keep', nextCheck: '2026-11-22'}] as const;
  expect(lackingIn({lastTries, cards: []}, {today: '2026-11-22', owners: []})).toBe(1);
  expect(
    lackingIn(
      {lastTries: [], cards: [card, {...card, commitment: whole}, {...card, commitment: {...whole, owner: ''}}]},
      {today: '2026-11-22', owners: []},
    ),
  ).toBe(1);
});

it('takes the day of the reader', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
