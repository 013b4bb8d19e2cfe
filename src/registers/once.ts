import {twice} from '../catalog/names.ts';
import type {Slip} from '../catalog/slip.ts';
import type {Entry, Registers} from './model.ts';

interface Key<T> {
  readonly field: string;
  /** What the entry is about, in words. */
  readonly of: (value: T) => string;
}

/** Whoever asks for the hours of a week or the plan of a store finds one entry: of two, nobody could say which one holds. */
export function everyThingStandsOnce({toil, cost, stores, resilience}: Registers): Slip[] {
  return [
    ...repeated(toil, {field: 'week', of: ({week, team}) => `the week ${week} of ${team}`}),
    ...repeated(cost, {field: 'service', of: ({service}) => `the cost of ${service}`}),
    ...repeated(stores, {field: 'store', of: ({store}) => `the store ${store}`}),
    ...repeated(resilience, {field: 'component', of: ({component}) => `the part ${component}`}),
  ];
}

function repeated<T>(entries: readonly Entry<T>[], {field, of}: Key<T>): Slip[] {
  const seen = new Set<string>();
  return entries.flatMap(({value, place}) => {
    const what = of(value);
    if (seen.has(what)) return [twice(place(field), what)];
    seen.add(what);
    return [];
  });
}
