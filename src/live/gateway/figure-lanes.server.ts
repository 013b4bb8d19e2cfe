import {milliseconds} from '../../catalog/duration.ts';
import type {NamedQuery} from '../../catalog/queries.ts';
import type {Figure, Outside} from '../sources/adapter.ts';
import {needsOfObjective, objectiveOf, readBudget, type BudgetMemory, type Objective} from '../sources/budgets.server.ts';
import {readFigure} from '../sources/figures.server.ts';
import {readJsonFigure} from '../sources/json-figure.server.ts';
import {needsOf, type Need} from '../sources/needs.ts';
import type {Reading} from '../sources/reading.ts';
import type {Budget} from '../state.ts';
import {whileWanted, type Lane} from './lanes.server.ts';
import type {Poller} from './poller.server.ts';

interface Options {
  /** The Prometheus that figures come from; undefined where none is set up. */
  readonly prometheus: {readonly base: string; readonly outside: Outside} | undefined;
  readonly wants: (id: string) => boolean;
  readonly heardFigure: (name: string, reading: Reading<Figure>) => void;
  readonly heardBudget: (name: string, reading: Reading<Budget>) => void;
}

/** What figures and budgets rest on, and the loops that read them. */
export interface Figures {
  /** As PromQL; undefined for what Prometheus has no part in, or cannot compute. */
  readonly needs: (id: string) => readonly Need[] | undefined;
  readonly start: () => Poller[];
}

const budgetMs = 30_000;

export function figureLanes(lane: Lane, {prometheus, wants, heardFigure, heardBudget}: Options): Figures {
  const {queries, slos} = lane.catalog;
  const needs = new Map<string, readonly Need[]>();
  const objectives = new Map<string, Objective>();
  for (const [name, {expr}] of queries) if (expr !== undefined) needs.set(`query:${name}`, needsOf(expr));
  for (const [name, slo] of slos) {
    const objective = objectiveOf(slo);
    if (objective === undefined) continue;
    objectives.set(name, objective);
    needs.set(`slo:${name}`, needsOfObjective(objective));
  }
  const figure = (named: NamedQuery): Poller[] => {
    const {query} = named;
    const loop = (read: () => Promise<Figure>): Poller[] => [
      whileWanted(lane, {
        read,
        everyMs: milliseconds(query.every),
        wanted: () => wants(`query:${named.name}`),
        heard: (reading) => heardFigure(named.name, reading),
      }),
    ];
    if ('json' in query) {
      const outside = lane.open(`query:${named.name}`, query);
      return loop(async () => readJsonFigure(query, outside));
    }
    return prometheus === undefined ? [] : loop(async () => readFigure({base: prometheus.base, named}, prometheus.outside));
  };
  const memory: BudgetMemory = new Map();
  const budget = (name: string, objective: Objective): Poller[] =>
    prometheus === undefined
      ? []
      : [
          whileWanted(lane, {
            read: async () => readBudget({base: prometheus.base, name, objective, memory}, prometheus.outside),
            everyMs: budgetMs,
            wanted: () => wants(`slo:${name}`),
            heard: (reading) => heardBudget(name, reading),
          }),
        ];
  return {
    needs: (id) => needs.get(id),
    start: () => [...[...queries.values()].flatMap(figure), ...[...objectives].flatMap(([name, objective]) => budget(name, objective))],
  };
}
