import {addDays} from './days.ts';
import {tasks} from './entries/operator.ts';
import type {EntryOf} from './model.ts';

type Done = EntryOf<'operators'>;

export interface BusFactor {
  readonly service: string;
  /** Roles that did every task in the last year: they can operate the service. */
  readonly able: readonly string[];
  /** For each task, the roles that did it in the last year, with the last day. */
  readonly tasks: Readonly<Record<(typeof tasks)[number], readonly {readonly role: string; readonly at: string}[]>>;
}

interface Options {
  /** `2026-01-31` */
  readonly today: string;
  /** Roles that the catalog has: who has left operates nothing. */
  readonly roles: ReadonlySet<string>;
}

/** Days after which nobody remembers how. */
const year = 365;

/** Who can operate a service tomorrow. Fewer than two able roles is a risk like a database without a backup. */
export function busFactor(service: string, done: readonly Done[], {today, roles}: Options): BusFactor {
  const since = addDays(today, -year);
  const own = done.filter((one) => one.service === service && one.finished && one.at >= since && one.at <= today && roles.has(one.role));
  const of = (task: (typeof tasks)[number]): {role: string; at: string}[] => rolesOf(own.filter((one) => one.task === task));
  const byTask = {release: of('release'), undo: of('undo'), runbook: of('runbook')};
  const [first = [], ...others] = tasks.map((task) => byTask[task].map(({role}) => role));
  return {service, tasks: byTask, able: first.filter((role) => others.every((list) => list.includes(role)))};
}

function rolesOf(done: readonly Done[]): {role: string; at: string}[] {
  return [...Map.groupBy(done, ({role}) => role)]
    .map(([role, list]) => ({
      role,
      at:
        list
          .map(({at}) => at)
          .toSorted()
          .at(-1) ?? '',
    }))
    .toSorted((a, b) => (a.role < b.role ? -1 : 1));
}
