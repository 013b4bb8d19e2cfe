import {addDays, nextWorkingDay} from './days.ts';
import {eolOf} from './eol.ts';
import {answerDays, billDays, countDays, halfYear, patchDays, planDays, quarter, year} from './intervals.ts';
import type {EntryOf, RegisterName, Registers} from './model.ts';

/** One thing that an entry says and that holds only until a day. */
interface Hold {
  /** Of the field that says it. */
  readonly path: readonly PropertyKey[];
  /** The last day on which it holds. */
  readonly until: string;
  /** What is found when the day is over, and what is expected then. */
  readonly found: string;
  readonly expected: string;
}

type Rules = {readonly [N in RegisterName]?: (value: EntryOf<N>, registers: Registers) => readonly Hold[]};

const rules: Rules = {
  exceptions: ({id, expires}) => [
    over(['expires'], expires, `exception ${id} that ended on ${expires}`, 'a later day and why it still holds, or the entry gone'),
  ],
  tries: ({id, status, check}) =>
    status !== 'open' || check === undefined
      ? []
      : [over(['check'], check, `open ${id} that was to be looked at on ${check}`, 'it done or dropped, or carried over with a later day')],
  charter: ({id, signed}) => (signed === undefined ? [] : [looked(id, {path: ['signed'], at: signed, every: year})]),
  roadmap: ({id, status, updated}) =>
    status === 'done' || status === 'dropped' ? [] : [looked(id, {path: ['updated'], at: updated, every: planDays})],
  spof: ({id, decision, accept_until: accepted, fix_by: by, gone}) => {
    const until = decision === 'fix' ? by : accepted;
    if (gone !== undefined || until === undefined) return [];
    return decision === 'fix'
      ? [over(['fix_by'], until, `${id} that was to be gone by ${until}`, 'gone, or a later day and why')]
      : [over(['accept_until'], until, `${id} that was accepted until ${until}`, 'a repair, or a later day and why')];
  },
  versions: ({id, product, cycle, patched}, {eol}) => {
    const until = eol === undefined ? undefined : eolOf(eol, {product, cycle});
    return [
      looked(id, {path: ['patched'], at: patched, every: patchDays}),
      ...(typeof until === 'string'
        ? [over(['cycle'], until, `${id} on ${product} ${cycle}, supported until ${until}`, 'a cycle that is supported')]
        : []),
    ];
  },
  providers: ({id, reviewed, review_every_days: every}) => [looked(id, {path: ['reviewed'], at: reviewed, every})],
  dashboards: ({id, reviewed, review_every_days: every}) => [looked(id, {path: ['reviewed'], at: reviewed, every})],
  agreement: ({id, reviewed, review_every_days: every}) => [looked(id, {path: ['reviewed'], at: reviewed, every})],
  scenarios: ({id, read, read_every_days: every}) => [looked(id, {path: ['read'], at: read, every})],
  debt: ({id, reviewed, trigger_on: on, settled, left}) =>
    settled === undefined
      ? [
          looked(id, {path: ['reviewed'], at: reviewed, every: quarter}),
          over(['trigger_on'], on, `${id}, whose day was ${on}`, 'settled, or another trigger'),
          ...(left === undefined ? [] : ofExit(id, left)),
        ]
      : [],
  requests: ({id, asked}) => asked.flatMap((one, i) => ofRequest(id, one, i)),
  operators: ({id, at, unanswered}) =>
    unanswered.flatMap(({answered}, i) =>
      answered === undefined
        ? [
            over(
              ['unanswered', i],
              addDays(at, answerDays),
              `question of ${id} that no page has answered since ${at}`,
              'a page that answers it, and the day in answered',
            ),
          ]
        : [],
    ),
  'manual-steps': ({id, remove_by: by, removed}) =>
    removed === undefined ? [over(['remove_by'], by, `${id} that was to go by ${by}`, 'removed, or a later day and why')] : [],
  iac: ({id, drift, check_every_days: every}) => (drift === undefined ? [] : [looked(id, {path: ['drift', 'at'], at: drift.at, every})]),
  'buying-time': ({id, lasts_until: until, repaired}) =>
    repaired === undefined ? [over(['lasts_until'], until, `${id} that was to last until ${until}`, 'repaired, or more time and why')] : [],
  measures: ({id, values}) => {
    const last = values.at(-1);
    return last === undefined ? [] : [looked(id, {path: ['values', values.length - 1, 'at'], at: last.at, every: quarter + 30})];
  },
  maturity: ({id, answers}) => [looked(id, {path: ['answers', answers.length - 1, 'at'], at: answers.at(-1)?.at ?? '', every: halfYear})],
  cost: ({id, months}) => [looked(id, {path: ['months', months.length - 1, 'month'], at: `${months.at(-1)?.month}-01`, every: billDays})],
};

/** What of an entry holds only until a day; nothing where it is over, or where its register is a log, which lapses as a whole. */
export function holdsOf<N extends RegisterName>(name: N, value: EntryOf<N>, registers: Registers): readonly Hold[] {
  return rules[name]?.(value, registers) ?? [];
}

/** The last day on which all of it holds; undefined where nothing of it ever lapses. */
export function untilOf<N extends RegisterName>(name: N, value: EntryOf<N>, registers: Registers): string | undefined {
  return holdsOf(name, value, registers)
    .map(({until}) => until)
    .toSorted()[0];
}

/** See "Leaving an environment" in docs/guidelines/technical-debt.mdx. */
function ofExit(id: string, {exit_by: by, months}: NonNullable<EntryOf<'debt'>['left']>): Hold[] {
  const [before, , now] = months.slice(-3);
  const last = months.at(-1)?.month ?? '';
  const path = ['left', 'months', months.length - 1];
  return [
    over(['left', 'exit_by'], by, `${id} that was to be left by ${by}`, 'none left, or a later day and why'),
    over([...path, 'month'], addDays(`${last}-01`, countDays), `${id}, last counted in ${last}`, 'a count on the last day of each month'),
    ...(before !== undefined && now !== undefined && now.count > before.count
      ? [
          over(
            [...path, 'count'],
            `${now.month}-01`,
            `${id} with ${now.count} left in ${now.month}, after ${before.count} in ${before.month}`,
            'a count that falls',
          ),
        ]
      : []),
  ];
}

/** Whoever asks is told the day within half a day, see docs/guidelines/requests.mdx. */
function ofRequest(id: string, {on, by, done}: EntryOf<'requests'>['asked'][number], i: number): Hold[] {
  if (done !== undefined) return [];
  return [
    by === undefined
      ? over(['asked', i, 'on'], nextWorkingDay(on), `${id}, asked for on ${on} and not answered`, 'done, or by: the day that was promised')
      : over(['asked', i, 'by'], by, `${id}, asked for on ${on} and promised for ${by}`, 'done, or a later day and why'),
  ];
}

function looked(id: string, {path, at, every}: {path: readonly PropertyKey[]; at: string; every: number}): Hold {
  return over(path, addDays(at, every), `${id} as of ${at}`, `a look at it in the last ${every} days`);
}

function over(path: readonly PropertyKey[], until: string, found: string, expected: string): Hold {
  return {path, until, found, expected};
}
