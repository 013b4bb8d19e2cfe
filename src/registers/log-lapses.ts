import {addDays, workingDaysBetween} from './days.ts';
import {absenceEvery, halfYear, quarter, undoMinutes} from './intervals.ts';
import type {Lapse} from './lapses.ts';
import type {Entry, Registers} from './model.ts';

/** Days from the Monday of the last week with a small repair: after it, a whole week went by without one. */
const fixDays = 14;
/** Working days that may go by without a daily check. */
const uncheckedDays = 3;
/** Days over which the daily checks are counted. */
const checkWindow = 28;

/** What a log no longer says: it lapses as a whole, by its last entry. A log without an entry has not begun. */
export function lapsesOfLogs(registers: Registers, day: string): Lapse[] {
  return [
    ...ofDailyChecks(registers['daily-check'], day),
    ...ofHours(registers.toil, day),
    ...ofExercises(registers.operators, day),
    ...ofUndos(registers.operators, day),
    ...ofLoadTests(registers['load-tests'], day),
  ];
}

function ofDailyChecks(checks: Registers['daily-check'], day: string): Lapse[] {
  const last = lastOf(checks, ({at}) => at);
  if (last === undefined) return [];
  const lapse = (found: string, expected: string): Lapse[] => [{figure: 'daily-check', place: last.place('at'), found, expected}];
  if (workingDaysBetween(last.value.at, day) > uncheckedDays)
    return lapse(`last daily check of ${last.value.at}`, `one of the last ${uncheckedDays} working days`);
  // A long holiday is one gap; a practice that died is all gaps. Fewer than this no log has that keeps to the limit above.
  const first = checks.map(({value}) => value.at).toSorted()[0] ?? day;
  const from = [addDays(first, -1), addDays(day, -checkWindow)].toSorted().at(-1) ?? first;
  const days = workingDaysBetween(from, day);
  const least = Math.floor(days / (uncheckedDays + 1));
  const seen = new Set(checks.map(({value}) => value.at).filter((at) => at > from && at <= day)).size;
  return seen < least ? lapse(`${seen} daily checks in ${days} working days`, `at least ${least}`) : [];
}

function ofHours(toil: Registers['toil'], day: string): Lapse[] {
  const week = lastOf(toil, ({week: monday}) => monday);
  const fixes = toil.filter(({value}) => value.small_fixes !== undefined);
  const counted = lastOf(fixes, ({week: monday}) => monday);
  const fixed = lastOf(
    fixes.filter(({value}) => value.small_fixes !== 0),
    ({week: monday}) => monday,
  );
  if (week !== undefined && addDays(week.value.week, 28) < day)
    return [
      {
        figure: 'toil',
        place: week.place('week'),
        found: `last week of hours of ${week.value.week}`,
        expected: 'one of the last 4 weeks',
      },
    ];
  // A team that never counted them has no evening meeting yet, and owes none.
  if (counted === undefined || addDays((fixed ?? counted).value.week, fixDays) >= day) return [];
  return [
    {
      figure: 'toil',
      place: (fixed ?? counted).place('small_fixes'),
      found: fixed === undefined ? 'no small fix in any week' : `last small fix in the week of ${fixed.value.week}`,
      expected: 'one a week, as the evening meeting chooses it',
    },
  ];
}

function ofExercises(operators: Registers['operators'], day: string): Lapse[] {
  const absence = lastOf(
    operators.filter(({value: {occasion}}) => occasion === 'absent-tomorrow'),
    ({at}) => at,
  );
  if (absence === undefined || addDays(absence.value.at, absenceEvery) >= day) return [];
  const found = `last absent-tomorrow exercise of ${absence.value.at}`;
  return [{figure: 'operators', place: absence.place('at'), found, expected: `one of the last ${absenceEvery} days`}];
}

/** An undo that takes longer than the guideline promises proves nothing of the promise. */
function ofUndos(operators: Registers['operators'], day: string): Lapse[] {
  const undos = operators.filter(({value: {task, finished}}) => task === 'undo' && finished);
  const last = lastOf(undos, ({at}) => at);
  const quick = lastOf(
    undos.filter(({value: {minutes}}) => minutes <= undoMinutes),
    ({at}) => at,
  );
  if (last === undefined || addDays(quick?.value.at ?? '0001-01-01', quarter) >= day) return [];
  const {place} = quick ?? last;
  const found =
    quick === undefined
      ? `no undo within ${undoMinutes} minutes, in any team`
      : `last undo within ${undoMinutes} minutes of ${quick.value.at}, in all teams`;
  return [{figure: 'operators', place: place(quick === undefined ? 'minutes' : 'at'), found, expected: `one of the last ${quarter} days`}];
}

/** The load tests of each service are a log of their own. */
function ofLoadTests(tests: Registers['load-tests'], day: string): Lapse[] {
  return [...Map.groupBy(tests, ({value}) => value.service)].flatMap(([service, own]) => {
    const test = lastOf(own, ({at}) => at);
    if (test === undefined || addDays(test.value.at, halfYear) >= day) return [];
    const found = `last load test of ${service} of ${test.value.at}`;
    return [{figure: 'load-tests', place: test.place('at'), found, expected: `one of the last ${halfYear} days`}];
  });
}

function lastOf<T>(entries: readonly Entry<T>[], dayOf: (value: T) => string): Entry<T> | undefined {
  return entries.toSorted((a, b) => (dayOf(a.value) < dayOf(b.value) ? -1 : 1)).at(-1);
}
