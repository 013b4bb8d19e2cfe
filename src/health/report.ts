import {addDays} from '../registers/days.ts';
import type {Service} from '../catalog/model.ts';
import type {Text} from '../catalog/shapes.ts';
import {cost} from './aspects/cost.ts';
import {exceptions} from './aspects/exceptions.ts';
import {operators} from './aspects/operators.ts';
import {recovery} from './aspects/recovery.ts';
import {runbooks} from './aspects/runbooks.ts';
import {slo} from './aspects/slo.ts';
import {spof} from './aspects/spof.ts';
import {toil} from './aspects/toil.ts';
import {versions} from './aspects/versions.ts';
import {both} from './both.ts';
import {lineOf, worstOf} from './line.ts';
import {aspects, findingStates, type Aspect, type Cell, type Finding, type HealthReport} from './model.ts';
import type {Judge, Known, Patient, Verdict} from './model.ts';

/** Days from one check to the next. */
const interval = 28;

const judges: Readonly<Record<Aspect, Judge>> = {slo, recovery, versions, spof, operators, runbooks, exceptions, cost, toil};

/** The health of the organisation and of each service on a day, such as `2026-11-22`, and what it was four weeks before. */
export function healthReport(known: Known, today: string): HealthReport {
  const {site, services} = known.catalog;
  return {
    asOf: today,
    before: addDays(today, -interval),
    organisation: {
      name: 'organisation',
      title: site.organisation,
      owner: undefined,
      level: undefined,
      cells: aspects.map((aspect) => cellOf(known, aspect, {today, service: undefined})),
    },
    services: [...services.values()].map((service) => patientOf(known, service, today)),
  };
}

function patientOf(known: Known, service: Service, today: string): Patient {
  const {name, title, owner, level} = service;
  return {name, title, owner, level, cells: aspects.map((aspect) => cellOf(known, aspect, {today, service}))};
}

function cellOf(known: Known, aspect: Aspect, look: {readonly today: string; readonly service: Service | undefined}): Cell {
  const judge = judges[aspect];
  const patient = look.service?.title ?? known.catalog.site.organisation;
  const earlier = {...look, today: addDays(look.today, -interval)};
  const findings = worstFirst(judge.look(known, look));
  return {
    aspect,
    ...verdictOf(aspect, findings, patient),
    before: judge.remembers(known, earlier)
      ? {...verdictOf(aspect, worstFirst(judge.look(known, earlier)), patient), at: earlier.today}
      : undefined,
    why: both((say) => say.why[aspect]),
    findings,
    trends: judge.trends?.(known, look) ?? [],
    improves: judge.improves,
    live: judge.live?.(known, look) ?? [],
  };
}

function worstFirst(findings: readonly Finding[]): Finding[] {
  const order = ({state, due = '~'}: Finding): string => `${findingStates.indexOf(state)} ${due}`;
  return findings.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

function verdictOf(aspect: Aspect, findings: readonly Finding[], patient: Text): Verdict {
  return {state: worstOf(findings.map(({state}) => state)), finding: lineOf(aspect, findings, patient)};
}
