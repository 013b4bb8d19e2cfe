import {describe, expect, it} from 'vitest';
import type {Try} from '../../../src/registers/contract.ts';
import type {RecordedCard} from '../../../src/retro/record/record-parts.ts';
import {subjectsIn} from '../../../src/retro/trends/subjects.ts';
import type {Trends} from '../../../src/retro/trends/trend-facts.ts';
import {readTrends} from '../../../src/retro/trends/trends.ts';

const runbooks = [{slug: 'runbooks/pod-crash-looping', alerts: ['KubePodCrashLooping'], aliases: ['PodCrash']}];
const subjectsOf = subjectsIn(runbooks, ['Watchdog', 'KubePodCrashLooping']);
const card = (text: string, ...same: string[]): RecordedCard => ({text, votes: 1, same});

interface Record {
  readonly date: string;
  readonly keeps?: readonly RecordedCard[];
  readonly problems?: readonly RecordedCard[];
}
function read(records: readonly Record[], tries: readonly Try[] = []): Trends {
  return readTrends({
    records: records.map(({date, keeps = [], problems = []}) => ({
      date,
      lang: 'en',
      keeps,
      problems,
      page: `retrospectives/records/${date}-kpt`,
    })),
    tries,
    day: '2026-03-01',
    subjectsOf,
  });
}
const aTry = (id: string, status: Try['status'], carried: string[] = []): Try => ({
  id,
  text: 'Look.',
  lang: 'en',
  owner: '@sre-lead',
  first_step: 'Open it.',
  check: '2026-02-27',
  from: 'retrospectives/records/a',
  status,
  carried,
});

describe('the trends', () => {
  it('count what became of the Tries of each month, and how old the open ones are', () => {
    const {months, open} = read(
      [],
      [
        aTry('try-20260213-1', 'open'),
        aTry('try-20260116-1', 'done'),
        aTry('try-20260130-1', 'open', ['2026-02-13']),
        aTry('try-20260130-2', 'dropped'),
      ],
    );
    expect(months).toEqual([
      {month: '2026-01', done: 1, dropped: 1, open: 1},
      {month: '2026-02', done: 0, dropped: 0, open: 1},
    ]);
    expect(open.map(({id, days, carried}) => [id, days, carried])).toEqual([
      ['try-20260130-1', 30, 1],
      ['try-20260213-1', 16, 0],
    ]);
  });

  it('see a Problem that comes back in other words of the same alert, its old name or its page', () => {
    const {problems} = read([
      {date: '2026-01-30', problems: [card('Nobody knows what /runbooks/pod-crash-looping wants')]},
      {date: '2026-01-02', problems: [card('KubePodCrashLooping fired nine times'), card('Lunch was late')]},
      {date: '2026-01-16', problems: [card('PodCrash again')]},
    ]);
    expect(problems).toEqual([
      {
        text: 'Nobody knows what /runbooks/pod-crash-looping wants',
        lang: 'en',
        about: 'KubePodCrashLooping',
        times: ['2026-01-02', '2026-01-16', '2026-01-30'].map((date) => ({date, page: `retrospectives/records/${date}-kpt`, votes: 1})),
      },
    ]);
  });

  it('see one whose words are alike, also in a card that was put under another', () => {
    const {problems} = read([
      {date: '2026-01-02', problems: [card('The disk was full', 'The link led to a renamed page')]},
      {date: '2026-01-16', problems: [card('This link led to a renamed page')]},
    ]);
    expect(problems).toMatchObject([{text: 'This link led to a renamed page', about: undefined, times: [{}, {}]}]);
  });

  it('do not take twice in one retrospective for twice', () => {
    expect(read([{date: '2026-01-02', problems: [card('Watchdog is silent'), card('Watchdog')]}]).problems).toEqual([]);
  });

  it('offer a Keep of three retrospectives, with a name for its page', () => {
    const keeps = (text: string): Pick<Record, 'keeps'> => ({keeps: [card(text)]});
    const twice = [
      {date: '2026-01-02', ...keeps('The evening handover named what was open')},
      {date: '2026-01-16', ...keeps('The evening handover named what was open.')},
    ];
    expect(read(twice).keeps).toEqual([]);
    const {keeps: found} = read([...twice, {date: '2026-01-30', ...keeps('The evening handover names what was open')}]);
    expect(found.map(({slug, times}) => [slug, times.length])).toEqual([['evening-handover-names-open', 3]]);
    const japanese = ['2026-01-02', '2026-01-16', '2026-01-30'].map((date) => ({date, ...keeps('夕会で未完了が1つに絞れた')}));
    expect(read(japanese).keeps.map(({slug}) => slug)).toEqual(['keep-2026-01-30']);
  });

  it('are the same in whatever order the records are read', () => {
    const records = ['2026-01-02', '2026-01-16', '2026-01-30'].map((date, n) => ({date, problems: [card(`Watchdog ${n}`), card('Slow')]}));
    expect(read(records.toReversed())).toEqual(read(records));
  });
});
