import type {Language} from '../catalog/contract.ts';
import {growthChain, readMeasures, type Change, type Known, type Measure, type Reading} from './chain.ts';
import {phrases} from './phrases.ts';

/** A measure as readers see it, in one language. */
export interface MeasureFacts {
  readonly id: string;
  readonly title: string;
  /** With its unit and the day on which it was so; undefined when there is none yet. */
  readonly latest: {readonly figure: string; readonly day: string; readonly at: string} | undefined;
  /** The figure before, with its unit. */
  readonly before: string | undefined;
  readonly change: Change;
  readonly target: string;
  readonly reached: boolean | undefined;
  /** What it rests on, in words. */
  readonly basis: string;
}

/** What `<GrowthChain/>` and `<MeasureTable/>` draw. */
export interface ChainFacts {
  readonly links: readonly {
    readonly id: string;
    readonly title: string;
    readonly becomes: string;
    readonly measures: readonly MeasureFacts[];
  }[];
  readonly measures: readonly MeasureFacts[];
}

/** The measures of `data/registers/` as they are on `today`, said in one language. */
export function chainFacts(known: Known, language: Language): ChainFacts {
  const say = phrases[language];
  return {
    links: growthChain(known).map(({id, readings}) => ({
      id,
      ...say.links[id],
      measures: readings.map((reading) => factsOf(reading, language)),
    })),
    measures: readMeasures(known).map((reading) => factsOf(reading, language)),
  };
}

function factsOf({measure, latest, before, change, reached, basis}: Reading, language: Language): MeasureFacts {
  const say = phrases[language];
  const figure = (value: number): string => say.figure(sayNumber(value, language), measure.unit[language]);
  return {
    id: measure.id,
    title: measure.title[language],
    latest: latest && {figure: figure(latest.value), day: sayDay(latest.at, language), at: latest.at},
    before: before === undefined ? undefined : figure(before),
    change,
    target: say.target[isWhole(measure) ? 'all' : measure.better](figure(measure.target)),
    reached,
    basis: typeof basis === 'number' ? say.releases(basis) : (basis?.[language] ?? ''),
  };
}

/** "At least 100%" would promise what no share can be. */
function isWhole({better, target, unit}: Measure): boolean {
  return better === 'up' && target === 100 && unit.en.startsWith('%');
}

function sayNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language, {maximumSignificantDigits: 3}).format(value);
}

function sayDay(day: string, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}
