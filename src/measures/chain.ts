import {links} from '../registers/entries/measure.ts';
import type {EntryOf} from '../registers/model.ts';
import {releaseMeasures, type Release} from './release-measures.ts';

export type Measure = EntryOf<'measures'>;

/** How a figure stands to the one before it. */
export type Change = 'better' | 'worse' | 'same' | 'unknown';

/** A measure with what is known of it. */
export interface Reading {
  readonly measure: Measure;
  /** The latest figure with its day; undefined when there is none yet. */
  readonly latest: {readonly value: number; readonly at: string} | undefined;
  /** What it was before: the value written down before, or that of the window before. */
  readonly before: number | undefined;
  readonly change: Change;
  /** Undefined without a figure. */
  readonly reached: boolean | undefined;
  /** What it rests on: a number of releases, or what was written beside the figure; undefined where there is neither. */
  readonly basis: number | Measure['values'][number]['source'] | undefined;
}

export interface Link {
  readonly id: (typeof links)[number];
  /** None when no measure could prove the link wrong: then it is a belief. */
  readonly readings: readonly Reading[];
}

/** What measures are read from. */
export interface Known {
  readonly measures: readonly Measure[];
  readonly releases: readonly Release[];
  /** The day on which it is read. */
  readonly today: string;
}

/** The four links in their order, each with its measures in the order of the register. */
export function growthChain(known: Known): Link[] {
  const readings = readMeasures(known);
  return links.map((id) => ({id, readings: readings.filter(({measure}) => measure.link === id)}));
}

/** Every measure with its latest figure and what it was before. Figures of days after `today` are not known yet. */
export function readMeasures({measures, releases, today}: Known): Reading[] {
  const computed = new Map(releaseMeasures(releases, today).map((figures) => [figures.id, figures]));
  return measures.map((measure) => {
    const {better, target} = measure;
    const figures = measure.computed === undefined ? undefined : computed.get(measure.computed);
    const written = measure.values.filter(({at}) => at <= today);
    const value = figures === undefined ? written.at(-1)?.value : figures.now.value;
    const at = figures === undefined ? written.at(-1)?.at : figures.now.latest;
    const before = figures === undefined ? written.at(-2)?.value : figures.before.value;
    return {
      measure,
      latest: value === undefined || at === undefined ? undefined : {value, at},
      before,
      change: changeOf(value, before, better),
      reached: value === undefined ? undefined : better === 'up' ? value >= target : value <= target,
      basis: figures === undefined ? written.at(-1)?.source : figures.now.releases,
    };
  });
}

function changeOf(now: number | undefined, before: number | undefined, better: 'up' | 'down'): Change {
  if (now === undefined || before === undefined) return 'unknown';
  // What readers see has three digits at most; a change that they cannot see is none.
  const [one, other] = [now, before].map((figure) => Number(figure.toPrecision(3)));
  if (one === other) return 'same';
  return now > before === (better === 'up') ? 'better' : 'worse';
}
