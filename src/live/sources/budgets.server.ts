import type {OpenSlo} from '../../catalog/contract.ts';
import {milliseconds} from '../../catalog/duration.ts';
import {indicatorOf, type Indicator} from '../../catalog/indicator.ts';
import type {Budget} from '../state.ts';
import type {Outside} from './adapter.ts';
import {askInstant} from './figures.server.ts';
import {needsOf, type Need} from './needs.ts';
import {AskError} from './reading.ts';
import {labelsAskedFor, narrowed} from './selector.ts';
import {anyName} from './series-name.ts';

const hour = 3_600_000;
/** Over these the burn rate is told, as far as they are shorter than the window. */
const burnWindows = [hour, 6 * hour, 24 * hour, 72 * hour];
/** How many moments of the window are looked at for whether there were data. */
const looks = 720;

/** What an objective asks, as far as this handbook can compute it. */
export interface Objective {
  readonly indicator: Indicator;
  readonly target: number;
  readonly windowMs: number;
}

/** Reads the question from an OpenSLO objective; undefined for what cannot be computed here: thresholds, composites, calendar windows. */
export function objectiveOf(slo: OpenSlo): Objective | undefined {
  const indicator = indicatorOf(slo);
  const [window] = slo.spec.timeWindow;
  const target = slo.spec.objectives[0]?.target;
  if (indicator === undefined || target === undefined || window === undefined || !window.isRolling) return undefined;
  if (slo.spec.budgetingMethod !== 'Occurrences' || !/^(\d+[mhdw])+$/.test(window.duration)) return undefined;
  return {indicator, target, windowMs: milliseconds(window.duration)};
}

/** What must be there from round to round for the budget to be believed. */
export function needsOfObjective({indicator: {good, bad, total}}: Objective): Need[] {
  const part = good ?? bad ?? '';
  // Events of one kind may rightly never have happened; that their whole metric is gone may not be, nor the label that tells them apart.
  return sameMetric(part, total) ? [...needsOf(total), ...labelNeeds(part, total)] : [...needsOf(total), ...needsOf(part)];
}

/** What is kept from one reading to the next: the long windows cost the source more, so they are asked for less often. */
export type BudgetMemory = Map<string, {readonly long: Long; readonly until: number; readonly known: Known}>;

/** What was believed last: the most of the window that had data, and what was left of the budget by them. */
interface Known {
  readonly coveredMs: number;
  readonly remaining: number;
}
interface Long {
  readonly windowRatio: number;
  readonly coveredMs: number;
  readonly days: readonly Burn[];
}
interface Burn {
  readonly windowMs: number;
  readonly rate: number;
}

/**
 * Computes what is left of an error budget, from the shares of bad events over its window and over shorter ones.
 * @throws {AskError} `no-series` when there were no events at all.
 */
export async function readBudget(
  {
    base,
    name,
    objective,
    memory,
  }: {readonly base: string; readonly name: string; readonly objective: Objective; readonly memory: BudgetMemory},
  outside: Outside,
): Promise<Budget> {
  const {indicator, target, windowMs} = objective;
  const ask = async (expr: string): Promise<number> => (await askInstant({base, expr}, outside)).figure;
  // No event in an hour burns nothing and shows nothing; over the whole window it does matter.
  const burn = async (window: number): Promise<Burn[]> => {
    const ratio = await orNone(ask(badRatio(indicator, window)));
    return ratio === undefined ? [] : [{windowMs: window, rate: Math.max(0, ratio) / (1 - target)}];
  };
  const short = (
    await Promise.all(
      burnWindows
        .slice(0, 2)
        .filter((window) => window < windowMs)
        .map(burn),
    )
  ).flat();
  const kept = memory.get(name);
  let long = kept !== undefined && kept.until > performance.now() ? kept.long : undefined;
  const left = ({windowRatio}: Long): number => 1 - windowRatio / (1 - target);
  if (long === undefined) {
    const began = performance.now();
    const [windowRatio, covered, days] = await Promise.all([
      ask(badRatio(indicator, windowMs)),
      orNone(ask(`count_over_time((group(${indicator.total}))[${windowMs}ms:${Math.round(windowMs / looks)}ms])`)),
      Promise.all(
        burnWindows
          .slice(2)
          .filter((window) => window < windowMs)
          .map(burn),
      ),
    ]);
    long = {windowRatio, coveredMs: Math.min(windowMs, ((covered ?? 0) * windowMs) / looks), days: days.flat()};
    const known = knownBy({coveredMs: long.coveredMs, remaining: left(long)}, kept?.known);
    // What is cheap for the source is asked for again soon, what is dear less often.
    memory.set(name, {long, known, until: performance.now() + Math.min(240_000, Math.max(25_000, 100 * (performance.now() - began)))});
  }
  const remaining = left(long);
  const pace = short.find(({windowMs: window}) => window === 6 * hour)?.rate ?? 0;
  return {
    target,
    windowMs,
    coveredMs: long.coveredMs,
    remaining,
    burn: [...short, ...long.days],
    ...(pace > 1 && remaining > 0 && {exhaustedInMs: (remaining * windowMs) / pace}),
  };
}

/**
 * A source that lost its history would forgive what was spent: a better figure from less than half of the data is no figure.
 * @throws {AskError} `partial`
 */
function knownBy(now: Known, before: Known | undefined): Known {
  if (before === undefined) return now;
  const lost = now.coveredMs < before.coveredMs / 2;
  if (lost && now.remaining > before.remaining) throw new AskError('partial', 'more than half of the data of the window is gone');
  return {coveredMs: lost ? now.coveredMs : Math.max(now.coveredMs, before.coveredMs), remaining: now.remaining};
}

async function orNone(figure: Promise<number>): Promise<number | undefined> {
  try {
    return await figure;
  } catch (error) {
    if (error instanceof AskError && error.reason === 'no-series') return undefined;
    throw error;
  }
}

/** PromQL for the share of bad events over a window. */
function badRatio({good, bad, total, counter}: Indicator, windowMs: number): string {
  const events = (expr: string): string =>
    counter ? `sum(increase(${expr}[${windowMs}ms]))` : `sum(sum_over_time((${expr})[${windowMs}ms:${Math.round(windowMs / looks)}ms]))`;
  const part = good ?? bad ?? '';
  const some = sameMetric(part, total) ? `(${events(part)} or 0 * ${events(total)})` : events(part);
  return good === undefined ? `${some} / ${events(total)}` : `1 - ${some} / ${events(total)}`;
}

/** `x{code=~"5.."}` of `x` → `x{code!=""}` */
function labelNeeds(part: string, total: string): Need[] {
  const [whole, ...more] = needsOf(total);
  if (whole === undefined || more.length > 0 || !whole.isSelector) return [];
  const known = labelsAskedFor(total);
  const labels = [...labelsAskedFor(part)].filter((name) => !known.has(name));
  return labels.map((name) => ({...whole, expr: narrowed(whole.expr, [`${name}!=""`])}));
}

/** Whether two expressions look at the same series names, so that the presence of one vouches for the other. */
function sameMetric(a: string, b: string): boolean {
  const names = (expr: string): string =>
    JSON.stringify(
      needsOf(expr)
        .flatMap(({metrics}) => metrics)
        .toSorted(),
    );
  // Of a name that is a pattern nobody can say which it is.
  return names(a) === names(b) && !names(a).includes(JSON.stringify(anyName));
}
