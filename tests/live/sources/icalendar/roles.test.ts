import {describe, expect, it} from 'vitest';
import {rolesIn} from '../../../../src/live/sources/icalendar/roles.ts';

const words = new Map([
  ['primary', 'primary'],
  ['backup', 'on-call backup'],
  ['on-call', 'on-call'],
  ['lead', '当番'],
  ['deputy', '副当番'],
  ['first', 'プライマリ'],
]);

describe('rolesIn', () => {
  it.each([
    ['Primary: somebody', ['primary']],
    ['PRIMARY', ['primary']],
    ['somebody (primary)', ['primary']],
    ['primary-tokyo', ['primary']],
    ['ｐｒｉｍａｒｙ', ['primary']],
    ['on-call', ['on-call']],
    ['On-call backup', ['backup']],
    ['on-call + on-call backup', ['backup', 'on-call']],
    ['Primary and on-call backup', ['primary', 'backup']],
    ['当番（だれか）', ['lead']],
    ['11月の当番', ['lead']],
    ['副当番', ['deputy']],
    ['当番と副当番', ['lead', 'deputy']],
    ['ﾌﾟﾗｲﾏﾘ', ['first']],
  ])('finds in %s: %j', (summary, roles) => {
    expect(rolesIn(summary, words)).toEqual(roles);
  });

  it.each(['', 'somebody', 'primaryX', 'non_primary', 'primary2', 'oncall', '当番表', '臨時当番表', 'プライマリー'])(
    'finds none in %j',
    (summary) => {
      expect(rolesIn(summary, words)).toEqual([]);
    },
  );
});
