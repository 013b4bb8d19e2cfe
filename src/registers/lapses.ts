import type {Place} from '../catalog/model.ts';
import {addDays, workingDaysBetween} from './days.ts';
import {eolOf} from './eol.ts';
import {billDays, halfYear, planDays, quarter, year} from './intervals.ts';
import type {Entry, EntryOf, RegisterName, Registers} from './model.ts';

/** Something that was true until a day, and the day is over. */
export interface Lapse {
  readonly place: Place;
  readonly found: string;
  readonly expected: string;
}

interface Said {
  /** Of the field that says it. */
  readonly path: readonly PropertyKey[];
  /** The last day on which it holds. */
  readonly until: string;
  readonly found: string;
  readonly expected: string;
}

type Rules = {readonly [N in RegisterName]?: (value: EntryOf<N>, registers: Registers) => readonly Said[]};

/** Days after which a patch is overdue, whether or not somebody knows of a hole. */
const patchDays = 120;
/** Days from the Monday of the last week with a small repair: after it, a whole week went by without one. */
const fixDays = 14;
/** Days after which the exercise in which the usual person is absent is due again: once a quarter. */
export const absenceEvery = 92;

/** What of an entry holds only until a day. Tries and exceptions are said in their own words by register-fresh. */
const rules: Rules = {
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
          ...(left === undefined
            ? []
            : [
                over(
                  ['left', 'exit_by'],
                  left.exit_by,
                  `${id} that was to be left by ${left.exit_by}`,
                  'none left, or a later day and why',
                ),
              ]),
        ]
      : [],
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

/** Everything that no longer holds on this day, such as `2026-01-31`. */
export function lapsesOf(registers: Registers, day: string): Lapse[] {
  const names = Object.keys(rules) as (keyof Rules)[];
  return [...names.flatMap((name) => lapsesIn(name, registers, day)), ...lapsesOfLogs(registers, day)];
}

function lapsesIn(name: keyof Rules, registers: Registers, day: string): Lapse[] {
  // Each rule is asked about the entries of its own register only.
  const rule = rules[name] as ((value: unknown, registers: Registers) => readonly Said[]) | undefined;
  return registers[name].flatMap(({value, place}) =>
    (rule?.(value, registers) ?? [])
      .filter(({until}) => until < day)
      .map(({path, found, expected}) => ({place: place(...path), found, expected})),
  );
}

/** A log lapses as a whole, by its last entry; the load tests of each service are a log of their own. */
function lapsesOfLogs({'daily-check': checks, toil, 'load-tests': tests, operators}: Registers, day: string): Lapse[] {
  const check = lastOf(checks, ({at}) => at);
  const absence = lastOf(
    operators.filter(({value: {occasion}}) => occasion === 'absent-tomorrow'),
    ({at}) => at,
  );
  const undo = lastOf(
    operators.filter(({value: {task, finished}}) => task === 'undo' && finished),
    ({at}) => at,
  );
  const week = lastOf(toil, ({week: monday}) => monday);
  const fixes = toil.filter(({value}) => value.small_fixes !== undefined);
  const counted = lastOf(fixes, ({week: monday}) => monday);
  const fixed = lastOf(
    fixes.filter(({value}) => value.small_fixes !== 0),
    ({week: monday}) => monday,
  );
  const lapses: Lapse[] = [];
  if (check !== undefined && workingDaysBetween(check.value.at, day) > 3)
    lapses.push({place: check.place('at'), found: `last daily check of ${check.value.at}`, expected: 'one of the last 3 working days'});
  if (week !== undefined && addDays(week.value.week, 28) < day)
    lapses.push({place: week.place('week'), found: `last week of hours of ${week.value.week}`, expected: 'one of the last 4 weeks'});
  // A team that never counted them has no evening meeting yet, and owes none.
  else if (counted !== undefined && addDays((fixed ?? counted).value.week, fixDays) < day)
    lapses.push({
      place: (fixed ?? counted).place('small_fixes'),
      found: fixed === undefined ? 'no small fix in any week' : `last small fix in the week of ${fixed.value.week}`,
      expected: 'one a week, as the evening meeting chooses it',
    });
  if (absence !== undefined && addDays(absence.value.at, absenceEvery) < day)
    lapses.push({
      place: absence.place('at'),
      found: `last absent-tomorrow exercise of ${absence.value.at}`,
      expected: `one of the last ${absenceEvery} days`,
    });
  if (undo !== undefined && addDays(undo.value.at, quarter) < day)
    lapses.push({
      place: undo.place('at'),
      found: `last undo of ${undo.value.at}, in all teams`,
      expected: `one of the last ${quarter} days`,
    });
  for (const [service, own] of Map.groupBy(tests, ({value}) => value.service)) {
    const test = lastOf(own, ({at}) => at);
    if (test !== undefined && addDays(test.value.at, halfYear) < day)
      lapses.push({
        place: test.place('at'),
        found: `last load test of ${service} of ${test.value.at}`,
        expected: `one of the last ${halfYear} days`,
      });
  }
  return lapses;
}

function lastOf<T>(entries: readonly Entry<T>[], dayOf: (value: T) => string): Entry<T> | undefined {
  return entries.toSorted((a, b) => (dayOf(a.value) < dayOf(b.value) ? -1 : 1)).at(-1);
}

function looked(id: string, {path, at, every}: {path: readonly PropertyKey[]; at: string; every: number}): Said {
  return over(path, addDays(at, every), `${id} as of ${at}`, `a look at it in the last ${every} days`);
}

function over(path: readonly PropertyKey[], until: string, found: string, expected: string): Said {
  return {path, until, found, expected};
}
