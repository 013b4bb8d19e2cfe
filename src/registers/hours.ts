import {addDays} from './days.ts';
import type {EntryOf} from './model.ts';

/** Half of the hours: above it the retrospective talks about toil. https://sre.google/workbook/eliminating-toil/ */
export const toilLimit = 0.5;

export interface Hours {
  readonly from: string;
  readonly weeks: number;
  /** Interrupts and manual work, of all hours. */
  readonly toil: number;
  readonly projects: number;
  /** Preventive work for each hour of interrupts; undefined when nothing interrupted. */
  readonly preventive: number | undefined;
  readonly nightsWoken: number;
}

/**
 * Shares of the hours of `team` in groups of four weeks of the calendar that end with its last week. A group in which a week is not written down is
 * left out: the weeks that nobody wrote down may be the bad ones. Oldest first.
 */
export function hoursOf(toil: readonly EntryOf<'toil'>[], team: string): Hours[] {
  const own = toil.filter((week) => week.team === team);
  const mondays = own.map(({week}) => week).toSorted();
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) return [];
  const groups: Hours[] = [];
  for (let from = addDays(last, -21); from >= first; from = addDays(from, -28)) {
    const weeks = own.filter(({week}) => week >= from && week < addDays(from, 28)).toSorted((a, b) => (a.week < b.week ? -1 : 1));
    if (weeks.length === 4) groups.unshift(sharesOf(weeks));
  }
  return groups;
}

function sharesOf(weeks: readonly EntryOf<'toil'>[]): Hours {
  const sum = (key: keyof EntryOf<'toil'>['hours']): number => weeks.reduce((total, {hours}) => total + hours[key], 0);
  const [interrupts, manual, preventive, projects] = [sum('interrupts'), sum('manual'), sum('preventive'), sum('projects')];
  const all = interrupts + manual + preventive + projects || 1;
  return {
    from: weeks[0]?.week ?? '',
    weeks: weeks.length,
    toil: (interrupts + manual) / all,
    projects: projects / all,
    preventive: interrupts === 0 ? undefined : preventive / interrupts,
    nightsWoken: weeks.reduce((total, week) => total + week.nights_woken, 0),
  };
}
