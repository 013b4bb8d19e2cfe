import type {Language} from '../catalog/contract.ts';
import type {Text} from '../catalog/shapes.ts';
import {phrases} from './both.ts';
import {sayFinding, worstOf} from './line.ts';
import type {Aspect, Cell, FindingState, HealthReport, Patient, Trend, Verdict} from './model.ts';

/** A state with its word. */
export interface StateFacts {
  readonly state: FindingState;
  readonly word: string;
}

export interface TrendFacts {
  readonly title: string;
  readonly unit: string;
  readonly points: Trend['points'];
}

/** A `Cell` as readers see it, in one language. */
export interface CellFacts extends StateFacts {
  readonly aspect: Aspect;
  readonly name: string;
  readonly short: string;
  readonly finding: string;
  readonly before: (StateFacts & {readonly at: string; readonly finding: string}) | undefined;
  readonly why: string;
  readonly findings: readonly (StateFacts & {readonly says: string})[];
  readonly trends: readonly TrendFacts[];
  readonly improves: string;
  readonly live: readonly {readonly id: string; readonly title: string}[];
}

export interface PatientFacts extends StateFacts {
  readonly name: string;
  readonly title: string;
  readonly level: string | undefined;
  /** What asks for somebody, and what is watched, each with the names of its aspects. */
  readonly asks: readonly {readonly word: string; readonly aspects: readonly string[]}[];
  readonly cells: readonly CellFacts[];
}

/** What `<HealthCheck/>` draws. */
export interface HealthFacts {
  readonly asOf: string;
  readonly before: string;
  /** Undefined where one service stands alone. */
  readonly organisation: PatientFacts | undefined;
  readonly services: readonly PatientFacts[];
}

/** The whole report in one language. */
export function healthFacts({asOf, before, organisation, services}: HealthReport, language: Language): HealthFacts {
  return {
    asOf,
    before,
    organisation: patientFacts(organisation, language),
    services: services.map((service) => patientFacts(service, language)),
  };
}

/** Each service alone, by its name. */
export function serviceHealthFacts({asOf, before, services}: HealthReport, language: Language): (readonly [string, HealthFacts])[] {
  return services.map((service) => [service.name, {asOf, before, organisation: undefined, services: [patientFacts(service, language)]}]);
}

function patientFacts({name, title, level, cells}: Patient, language: Language): PatientFacts {
  const worst = worstOf(cells.map(({state}) => state));
  return {
    name,
    title: title[language],
    level,
    ...stateFacts(worst, language),
    asks: (['down', 'degraded'] as const).flatMap((state) => {
      const aspects = cells.filter((cell) => cell.state === state).map(({aspect}) => phrases[language].aspects[aspect]);
      return aspects.length === 0 ? [] : [{word: phrases[language].states[state], aspects}];
    }),
    cells: cells.map((cell) => cellFacts(cell, title, language)),
  };
}

function cellFacts(cell: Cell, patient: Text, language: Language): CellFacts {
  const {aspect, before, why, findings, trends, improves, live} = cell;
  const say = phrases[language];
  return {
    aspect,
    name: say.aspects[aspect],
    short: say.short[aspect],
    ...verdictFacts(cell, language),
    before: before && {...verdictFacts(before, language), at: before.at},
    why: why[language],
    findings: findings.map((finding) => ({
      ...stateFacts(finding.state, language),
      says: sayFinding(finding, patient, language),
    })),
    trends: trends.map(({title, unit, points}) => ({title: title[language], unit: unit[language], points})),
    improves,
    live: live.map(({id, title}) => ({id, title: title[language]})),
  };
}

function verdictFacts({state, finding}: Verdict, language: Language): StateFacts & {readonly finding: string} {
  return {...stateFacts(state, language), finding: finding[language]};
}

function stateFacts(state: FindingState, language: Language): StateFacts {
  return {state, word: phrases[language].states[state]};
}
