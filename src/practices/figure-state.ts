import type {Lapse} from '../registers/lapses.ts';
import type {Registers} from '../registers/model.ts';

/** What holds the figure of a practice, on the day of the build: a practice whose register is empty is not kept, however well its page reads. */
export type FigureState =
  | {readonly kind: 'empty' | 'current'}
  /** How many things in it no longer hold; see register-fresh. */
  | {readonly kind: 'lapsed'; readonly count: number};

/** What states are read from. */
export interface Recorded {
  readonly registers: Registers;
  readonly evidence: readonly unknown[];
  readonly lapses: readonly Lapse[];
}

/** Undefined for what is in no log, such as pages or the catalog: it has no age, and is checked on each change. */
export function figureState(figure: string, {registers, evidence, lapses}: Recorded): FigureState | undefined {
  const entries = figure === 'evidence' ? evidence : Object.entries(registers).find(([name]) => name === figure)?.[1];
  if (!Array.isArray(entries)) return undefined;
  if (entries.length === 0) return {kind: 'empty'};
  const count = lapses.filter((lapse) => lapse.figure === figure).length;
  return count === 0 ? {kind: 'current'} : {kind: 'lapsed', count};
}
