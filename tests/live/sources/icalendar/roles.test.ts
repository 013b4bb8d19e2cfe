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
    ['SRE primary - somebody', ['primary']],
    ['sre-primary', ['primary']],
    ['Primary: A. Example', ['primary']],
    ['Primary: somebody (handover at nine)', ['primary']],
    // A family name, and a number.
    ['Primary: No Example', ['primary']],
    ['No Example - primary', ['primary']],
    ['No. 1 primary', ['primary']],
    ['№1 primary', ['primary']],
    // Each part for itself.
    ['Primary: somebody, on-call: nobody', ['primary']],
    ['Primary: none / on-call: somebody', ['on-call']],
    ['Primary, no on-call', ['primary']],
    ['Primary and no on-call', ['primary']],
    ['No primary; on-call: somebody', ['on-call']],
    ['当番：山梨、副当番：なし', ['lead']],
    ['primary \u{F0001}', ['primary']],
  ])('finds in %s: %j', (summary, roles) => {
    expect(rolesIn(summary, words)).toEqual(roles);
  });

  it.each([
    'No primary this week',
    'No SRE primary',
    'Not on-call',
    'No primary/on-call',
    'Week without on-call backup',
    'Primary: nobody',
    'Primary (vacant)',
    'Canceled: Primary, on-call',
    'Primary: TBD',
    'primary - no cover',
    '当番なし',
    '当番はなし',
    '当番：未定',
    '当番（不在）',
    'Handover: primary, on-call backup',
    'Primary → On-call',
    'primary/on-call hand-off',
    '当番と副当番の引き継ぎ',
    '\u{F0000}',
  ])('takes %j for nobody’s shift', (summary) => {
    expect(rolesIn(summary, words)).toEqual([]);
  });

  it.each(['', 'somebody', 'primaryX', 'non_primary', 'primary2', 'oncall', '当番表', '臨時当番表', 'プライマリー'])(
    'finds none in %j',
    (summary) => {
      expect(rolesIn(summary, words)).toEqual([]);
    },
  );
});
