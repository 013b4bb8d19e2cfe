import {expect, it} from 'vitest';
import {dayOf, missingOf} from '../../../../src/retro/ui/boxes/missing.ts';

const whole = {owner: '@sre-primary', firstStep: 'Read the log.', check: '2026-11-27'};

it.each([
  [whole, []],
  [{...whole, owner: ' '}, ['owner']],
  [{...whole, firstStep: '', check: ''}, ['firstStep', 'check']],
  [{...whole, check: '2026-02-31x'}, ['check']],
  [{...whole, check: '2026-11-21'}, ['checkPast']],
  [{...whole, check: '2026-11-22'}, []],
])('says what %j lacks', (commitment, missing) => {
  expect(missingOf(commitment, '2026-11-22')).toEqual(missing);
});

it('takes the day of the reader', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
