import * as z from 'zod';
import type {MayBeAbsent} from '../../catalog/live-contract.ts';
import type {Outside} from './adapter.ts';
import {apiAddress, askExistence, type Existence} from './existence.server.ts';
import {FiredSeries} from './fired.ts';
import type {Need} from './needs.ts';
import {AskError} from './reading.ts';
import {needsOfRule} from './rule-needs.ts';
import {Rules, type ServedGroup, type ServedRule} from './served-rules.ts';
import type {Pace} from './pace.server.ts';

/** One alerting rule as the source serves it, with what its silence rests on. Times are by the source's own clock. */
export interface RuleReading {
  readonly alert: string;
  readonly query: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly health: string;
  /** The source says that it fires, and has no alert that does. */
  readonly contradicts: boolean;
  /** The recording rules that it stands on. */
  readonly basis: readonly Basis[];
  readonly intervalMs: number;
  /** How long the condition must hold before the rule fires, and goes on firing after it has ceased. */
  readonly forMs: number;
  readonly keepFiringForMs: number;
  /** Milliseconds since the last evaluation; undefined before the first. */
  readonly evaluatedMsAgo: number | undefined;
  readonly alerts: readonly {
    readonly state: 'firing' | 'pending';
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
    readonly activeAt: string;
  }[];
  /** An expression that it stands on and that is not PromQL, such as MetricsQL: what its silence rests on cannot be told. */
  readonly unreadable: string | undefined;
  /** What the rule rests on and what returned nothing when it was last evaluated. */
  readonly missing: readonly string[];
  /** Of these, what a target that cannot be scraped may be hiding. */
  readonly partial: readonly string[];
}

/** A recording rule that an alert stands on, as the source serves it. */
interface Basis {
  readonly name: string;
  readonly health: string;
  readonly intervalMs: number;
  readonly evaluatedMsAgo: number | undefined;
}

export interface PrometheusReading {
  readonly rules: readonly RuleReading[];
  /** What the source itself said about its answer being incomplete. */
  readonly warnings: number;
  /** The longest wait between two scrapes, milliseconds, where the source says so. */
  readonly scrapeMs: number | undefined;
  /** Alerts that are served otherwise than `data/alerts` has them, and in which fields. */
  readonly differs: ReadonlyMap<string, readonly string[]>;
  /** Of what figures rest on, what is not there now. */
  readonly now: Existence;
}

const RuntimeInfo = z.object({data: z.object({startTime: z.iso.datetime({offset: true})})});

interface Asked {
  /** Base address, without `/api`. */
  readonly base: string;
  readonly mayBeAbsent: readonly MayBeAbsent[];
  /** What figures rest on, to be looked for now. */
  readonly watched: readonly Need[];
  readonly memory: Memory;
  readonly pace: Pace | undefined;
}

/** What a reader of one Prometheus remembers from round to round. */
export interface Memory {
  /** When it first saw an evaluation, by our own clock. */
  readonly evaluations: Map<string, {readonly lastEvaluation: string; readonly since: number}>;
  /** What was there at the last evaluation of a group. It is asked once for each. */
  readonly groups: Map<number, {readonly question: string; readonly existence: Existence}>;
  /** What was there just now, which need not be asked in every round. */
  now: {readonly question: string; readonly existence: Existence; readonly at: number} | undefined;
  /** What the alerts that fire stand on. */
  readonly fired: FiredSeries;
}

export function newMemory(): Memory {
  return {evaluations: new Map(), groups: new Map(), now: undefined, fired: new FiredSeries()};
}

/**
 * Reads every alerting rule and checks that what its silence rests on is there.
 *
 * Existence is asked for the moment of the rule's last evaluation and for now. After a scrape recovers there is a moment in which the series
 * are back and the rule still stands on their absence: asked for now alone, that moment would look quiet. And an evaluation may be a minute
 * ago: asked for it alone, what was lost since would look quiet. Nor do samples count that are older than
 * the start of Prometheus: after a restart it evaluates what it had before, until the first scrape.
 * https://prometheus.io/docs/prometheus/latest/querying/api/
 * @throws {AskError}
 */
export async function readPrometheus(
  {base, mayBeAbsent, watched, memory, pace}: Asked,
  outside: Outside,
): Promise<Omit<PrometheusReading, 'differs'>> {
  const [{body, sourceTime}, startedAt] = await Promise.all([outside.json(apiAddress(base, 'rules'), Rules), startOf(base, outside)]);
  const groups = body.data.groups;
  const recorded = Map.groupBy(
    groups.flatMap((group) => group.rules).filter((rule) => rule.type === 'recording'),
    (rule) => rule.name,
  );
  // A recording rule writes its series at its own pace.
  const everyMs = new Map(
    groups.flatMap(({interval, rules}) => rules.filter(({type}) => type === 'recording').map(({name}) => [name, interval * 1000])),
  );
  const paced = (need: Need): Need => {
    const slowest = Math.max(...need.metrics.map((metric) => everyMs.get(metric) ?? -Infinity));
    return slowest > 0 ? {...need, everyMs: slowest} : need;
  };
  const needsOfRules = new Map(
    groups.flatMap(({rules}) =>
      rules.filter(({type}) => type === 'alerting').map((rule) => [rule, needsOfRule(rule, {recorded, mayBeAbsent})]),
    ),
  );
  const ages = new Map(
    groups.flatMap(({rules}, g) => rules.map((rule, r) => [rule, evaluationAge(rule, {key: keyOf(g, r, rule.name), sourceTime, memory})])),
  );
  const selectorsOf = (rule: ServedRule): Need[] => (needsOfRules.get(rule)?.all ?? []).filter(({isSelector}) => isSelector);
  const intervals = new Map(groups.flatMap(({interval, rules}) => rules.map((rule) => [rule, interval * 1000])));
  const basisOf = (names: ReadonlySet<string>): Basis[] =>
    [...names].flatMap((name) =>
      (recorded.get(name) ?? []).map((rule) => ({
        name,
        health: rule.health,
        intervalMs: intervals.get(rule) ?? 0,
        evaluatedMsAgo: ages.get(rule),
      })),
    );
  const served = groups.flatMap(({rules}, g) =>
    rules.flatMap((rule, r) =>
      rule.type === 'alerting' ? [{...rule, key: keyOf(g, r, rule.name), selectors: selectorsOf(rule), firing: firingOf(rule)}] : [],
    ),
  );
  // As it is now, for all of them together: an evaluation may be long ago.
  const everything = [...watched, ...[...needsOfRules.values()].flatMap(({all}) => all), ...memory.fired.asks(served, startedAt)].map(
    paced,
  );
  const askNow = async (): Promise<Existence> => {
    // What has just begun or ceased to fire is looked at anew.
    const firing = served.filter((rule) => rule.firing.length > 0).map(({key}) => key);
    const question = JSON.stringify([startedAt, firing, everything.map(({expr}) => expr)]);
    const {now} = memory;
    if (now?.question === question && performance.now() - now.at < nowMs) return now.existence;
    const existence = await askExistence({base, outside}, {needs: everything, at: undefined, startedAt, pace});
    memory.now = {question, existence, at: performance.now()};
    return existence;
  };
  const readGroup = async ({lastEvaluation, rules: ofGroup}: ServedGroup, g: number, now: Existence): Promise<RuleReading[]> => {
    const alerting = ofGroup.filter((rule) => rule.type === 'alerting');
    const evaluated = [lastEvaluation, ...alerting.map((rule) => rule.lastEvaluation)]
      .map((time) => Date.parse(time ?? ''))
      .filter((time) => time > 0);
    const needs = alerting.flatMap((rule) => needsOfRules.get(rule)?.all ?? []).map(paced);
    const then = evaluated.length === 0 ? nothing : await askOnce(g, {needs, at: Math.min(...evaluated), startedAt, pace});
    const lacks = (kind: 'missing' | 'partial', expr: string): boolean => then[kind].has(expr) || now[kind].has(expr);
    warnings += then.warnings;
    return ofGroup.flatMap((rule, r) => {
      if (rule.type !== 'alerting') return [];
      const {all = [], unreadable, followed = new Set<string>()} = needsOfRules.get(rule) ?? {};
      const needed = all.map(({expr}) => expr);
      const alerts = rule.alerts.flatMap(({state, activeAt, ...alert}) =>
        state === 'inactive' || activeAt === null ? [] : [{state, activeAt, ...alert}],
      );
      return [
        {
          alert: rule.name,
          query: rule.query,
          labels: rule.labels,
          health: rule.health,
          contradicts: rule.state === 'firing' && !alerts.some(({state}) => state === 'firing'),
          basis: basisOf(followed),
          intervalMs: intervals.get(rule) ?? 0,
          forMs: rule.duration * 1000,
          keepFiringForMs: (rule.keepFiringFor || rule.keep_firing_for) * 1000,
          evaluatedMsAgo: ages.get(rule),
          alerts,
          unreadable,
          missing: [...needed.filter((expr) => lacks('missing', expr)), ...(gone.get(keyOf(g, r, rule.name)) ?? [])],
          partial: needed.filter((expr) => lacks('partial', expr)),
        },
      ];
    });
  };
  const askOnce = async (g: number, asking: Parameters<typeof askExistence>[1]): Promise<Existence> => {
    const question = JSON.stringify([asking.at, startedAt, asking.needs.map(({expr}) => expr)]);
    const known = memory.groups.get(g);
    if (known?.question === question && known.existence.warnings === 0) return known.existence;
    const existence = await askExistence({base, outside}, asking);
    memory.groups.set(g, {question, existence});
    return existence;
  };
  let warnings = body.warnings?.length ?? 0;
  const now = everything.length === 0 ? nothing : await askNow();
  const gone = memory.fired.settle(served, {existence: now, startedAt});
  const rules = (await inTurns(groups, async (group, g) => readGroup(group, g, now))).flat();
  const keys = new Set(groups.flatMap((group, g) => group.rules.map(({name}, r) => keyOf(g, r, name))));
  for (const key of memory.evaluations.keys()) if (!keys.has(key)) memory.evaluations.delete(key);
  for (const g of memory.groups.keys()) if (g >= groups.length) memory.groups.delete(g);
  return {rules, warnings: warnings + now.warnings, scrapeMs: pace?.scrapeMs, now};
}

/** How long what was there now is taken to be there. */
const nowMs = 2500;
/** Groups that are read at once. */
const turns = 4;

/** A few at a time, so that a hundred groups do not stand in one queue. */
async function inTurns<T, R>(all: readonly T[], read: (one: T, n: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let n = 0; n < all.length; n += turns)
    results.push(...(await Promise.all(all.slice(n, n + turns).map(async (one, k) => read(one, n + k)))));
  return results;
}

const nothing: Existence = {asked: new Set(), missing: new Set(), partial: new Set(), warnings: 0};

function firingOf({alerts}: ServedRule): Readonly<Record<string, string>>[] {
  return alerts.flatMap(({state, labels}) => (state === 'firing' ? [labels] : []));
}

function keyOf(group: number, rule: number, name: string): string {
  return `${group} ${rule} ${name}`;
}

/**
 * How old a rule's last evaluation is: by the source's clock, and at the least for as long as we have been seeing the same one. A source that
 * repeats itself, or whose clock is off, grows old all the same.
 */
function evaluationAge(rule: ServedRule, {key, sourceTime, memory}: {key: string; sourceTime: number; memory: Memory}): number | undefined {
  const {lastEvaluation} = rule;
  const evaluatedAt = Date.parse(lastEvaluation);
  if (evaluatedAt <= 0) return undefined;
  const seen = memory.evaluations.get(key);
  const since = seen?.lastEvaluation === lastEvaluation ? seen.since : performance.now();
  memory.evaluations.set(key, {lastEvaluation, since});
  return Math.max(0, sourceTime - evaluatedAt, performance.now() - since);
}

/** When Prometheus started, by its own clock; undefined for a compatible store that does not say. */
async function startOf(base: string, outside: Outside): Promise<number | undefined> {
  try {
    const {body} = await outside.json(apiAddress(base, 'status/runtimeinfo'), RuntimeInfo);
    return Date.parse(body.data.startTime);
  } catch (error) {
    // Who may ask for rules and results may not be allowed to ask for this.
    if (error instanceof AskError && (error.reason === 'parse' || error.reason === 'unauthorised')) return undefined;
    throw error;
  }
}
