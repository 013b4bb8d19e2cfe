import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Reading} from '../../../src/live/sources/ask.server.ts';
import type {AlertmanagerReading} from '../../../src/live/sources/alertmanager.server.ts';
import type {PrometheusReading, RuleReading} from '../../../src/live/sources/prometheus.server.ts';
import {reasons, states, worstState, type Reason, type State} from '../../../src/live/state.ts';
import {judgeAlert, judgeProbe, rollUp, type Readings, type Verdict} from '../../../src/live/truth/truth.ts';

const now = Date.UTC(2026, 0, 1);
const settings = {watchdog: 'Watchdog', now};
const healthy: RuleReading = {
  alert: 'Down',
  labels: {},
  health: 'ok',
  intervalMs: 1000,
  evaluatedMsAgo: 500,
  alerts: [],
  missing: [],
  partial: [],
};
const firing = {state: 'firing', labels: {alertname: 'Down'}, activeAt: '2026-01-01T00:00:00Z'} as const;
const watchdog = {labels: {alertname: 'Watchdog'}, state: 'active', startsAt: ''} as const;

function read<T>(value: T): Reading<T> {
  return {kind: 'read', at: now, value};
}

function readings(
  rule: Partial<RuleReading> = {},
  {held = [watchdog], warnings = 0}: {held?: AlertmanagerReading['alerts']; warnings?: number} = {},
): Readings {
  return {prometheus: read<PrometheusReading>({rules: [{...healthy, ...rule}], warnings}), alertmanager: read({alerts: held})};
}

const failed = (reason: Reason): Reading<never> => ({kind: 'failed', at: now, reason, detail: ''});
const say = (verdict: Verdict): string => (verdict.state === 'unknown' ? verdict.reason : verdict.state);
const judge = (given: Readings): string => say(judgeAlert('Down', given, settings));

describe('judgeAlert', () => {
  it('is ok when everything behind the silence can be vouched for', () => {
    expect(judge(readings())).toBe('ok');
  });

  it('is degraded while the condition waits for its time', () => {
    expect(judge(readings({alerts: [{...firing, state: 'pending'}]}))).toBe('degraded');
  });

  it('counts what fires, and a silence does not make it quiet', () => {
    const held = [watchdog, {labels: {alertname: 'Down', cluster: 'a'}, state: 'suppressed', startsAt: ''} as const];
    const verdict = judgeAlert('Down', readings({alerts: [firing]}, {held}), settings);
    expect(verdict).toMatchObject({state: 'firing', value: {firing: 1, silenced: 1}});
  });

  it('keeps firing when series thin out or the Watchdog is late', () => {
    expect(judge(readings({alerts: [firing], partial: ['a'], missing: ['b']}, {held: []}))).toBe('firing');
  });

  it.each<[string, Readings, Reason]>([
    ['nothing is set up', {prometheus: null, alertmanager: null}, 'not-configured'],
    ['the first answers are not there yet', {prometheus: undefined, alertmanager: undefined}, 'never-seen'],
    ['Prometheus refuses the connection', {...readings(), prometheus: failed('unreachable')}, 'unreachable'],
    ['Prometheus does not answer', {...readings(), prometheus: failed('timeout')}, 'timeout'],
    ['Alertmanager does not answer', {...readings(), alertmanager: failed('timeout')}, 'timeout'],
    [
      'Alertmanager does not answer although the alert fires',
      {...readings({alerts: [firing]}), alertmanager: failed('timeout')},
      'timeout',
    ],
    ['the source has no such rule', readings({alert: 'Other'}), 'rule-missing'],
    ['the rule fails', readings({health: 'err'}), 'rule-unhealthy'],
    ['the rule was never evaluated', readings({health: 'unknown', evaluatedMsAgo: undefined}), 'rule-unhealthy'],
    ['the evaluation is late', readings({evaluatedMsAgo: 5001}), 'stale'],
    [
      'Alertmanager was heard long ago',
      {...readings(), alertmanager: {kind: 'read', at: now - 15_001, value: {alerts: [watchdog]}}},
      'stale',
    ],
    ['the series are gone', readings({missing: ['a']}), 'no-series'],
    ['a target of the series cannot be scraped', readings({partial: ['a']}), 'partial'],
    ['the answer came with warnings', readings({}, {warnings: 1}), 'partial'],
    ['the Watchdog does not arrive', readings({}, {held: []}), 'watchdog-missing'],
  ])('is unknown when %s', (_name, given, reason) => {
    expect(judge(given)).toBe(reason);
  });

  it('gives the first reason of the list when several hold', () => {
    expect(judge({prometheus: failed('unreachable'), alertmanager: null})).toBe('not-configured');
    expect(judge(readings({missing: ['a']}, {held: [], warnings: 1}))).toBe('no-series');
  });

  it('is the worst of the rules that share its name', () => {
    const two = (second: Partial<RuleReading>): Readings => ({
      ...readings(),
      prometheus: read({rules: [healthy, {...healthy, ...second}], warnings: 0}),
    });
    expect(judge(two({alerts: [firing]}))).toBe('firing');
    expect(judge(two({health: 'err'}))).toBe('rule-unhealthy');
  });

  it('never becomes ok by knowing less', () => {
    const less = fc.constantFrom<(given: Readings) => Readings>(
      (given) => ({...given, prometheus: failed('timeout')}),
      (given) => ({...given, alertmanager: failed('unreachable')}),
      (given) => ({...given, prometheus: undefined}),
      (given) => ({...given, alertmanager: null}),
    );
    const rule = fc.record({
      health: fc.constantFrom('ok', 'err', 'unknown'),
      evaluatedMsAgo: fc.constantFrom(undefined, 0, 4000, 60_000),
      alerts: fc.constantFrom([], [firing], [{...firing, state: 'pending' as const}]),
      missing: fc.constantFrom([], ['a']),
      partial: fc.constantFrom([], ['a']),
    });
    fc.assert(
      fc.property(rule, less, (given, lose) => {
        expect(judge(lose(readings(given)))).not.toBe('ok');
      }),
    );
  });
});

describe('judgeProbe', () => {
  const probe = (...results: [ago: number, ok: boolean][]): string =>
    say(
      judgeProbe(
        results.map(([ago, ok]) => ({at: now - ago, ok, latencyMs: 3, detail: 'HTTP 200'})),
        {everyMs: 10_000, now},
      ),
    );

  it('is unknown before the first result', () => {
    expect(probe()).toBe('never-seen');
  });

  it('is ok, stumbles at one failure and is down at two', () => {
    expect(probe([0, true])).toBe('ok');
    expect(probe([0, false], [10_000, true])).toBe('degraded');
    expect(probe([0, false], [10_000, false])).toBe('down');
  });

  it('is unknown when the prober itself has missed its turns', () => {
    expect(probe([35_001, true])).toBe('stale');
  });
});

describe('rollUp', () => {
  const part = (state: State): Verdict => {
    const dated = {observedAt: now, validForMs: 1000, evidence: []};
    return state === 'unknown' ? {...dated, state, reason: 'stale'} : {...dated, state, value: {}};
  };

  it('is unknown for nothing', () => {
    expect(say(rollUp([], now))).toBe('not-configured');
  });

  it('is the worst of its parts, and one more unknown part never makes it greener', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), {minLength: 1}), (parts) => {
        const before = rollUp(
          parts.map((state) => ['x', part(state)]),
          now,
        ).state;
        const after = rollUp(
          [...parts, 'unknown' as const].map((state) => ['x', part(state)]),
          now,
        ).state;
        expect(before).toBe(worstState(parts));
        expect(states.indexOf(after)).toBeLessThanOrEqual(states.indexOf(before));
        expect(after).not.toBe('ok');
      }),
    );
  });

  it('expires with the first of its parts', () => {
    const old = {...part('ok'), observedAt: now - 5000, validForMs: 6000};
    const fresh = {...part('ok'), validForMs: 60_000};
    expect(
      rollUp(
        [
          ['a', old],
          ['b', fresh],
        ],
        now,
      ),
    ).toMatchObject({observedAt: now - 5000, validForMs: 6000});
  });
});

it('orders the reasons as the design does', () => {
  expect(reasons.slice(0, 13).join()).toBe(
    'not-configured,unreachable,timeout,unauthorised,rate-limited,parse,rule-missing,rule-unhealthy,no-series,partial,watchdog-missing,stale,never-seen',
  );
});
