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

/** Shares of the hours of `team` in groups of four weeks that end with the last week; a group that is not full is left out. Oldest first. */
export function hoursOf(toil: readonly EntryOf<'toil'>[], team: string): Hours[] {
  const weeks = toil.filter((week) => week.team === team).toSorted((a, b) => (a.week < b.week ? -1 : 1));
  const first = weeks.length % 4;
  return Array.from({length: Math.floor(weeks.length / 4)}, (_, i) => sharesOf(weeks.slice(first + i * 4, first + i * 4 + 4)));
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
