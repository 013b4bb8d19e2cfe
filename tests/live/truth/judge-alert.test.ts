import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {PrometheusReading, RuleReading} from '../../../src/live/sources/prometheus.server.ts';
import type {Reading} from '../../../src/live/sources/reading.ts';
import {reasons, type Reason} from '../../../src/live/state.ts';
import {judgeAlert, type AlertReadings} from '../../../src/live/truth/judge-alert.ts';
import {failed, fired, held, now, prometheus, read, readings, rule, watchdog} from '../../support/readings.ts';

const settings = {watchdog: {alert: 'Watchdog', labels: {}}, timing: {askMs: 5000}, now, declared: 'a\nb\nrollup_rate(x[5m])'};
const verdict = (given: AlertReadings, more: Partial<typeof settings> = {}) => judgeAlert('Down', given, {...settings, ...more});
const judge = (given: AlertReadings): string => {
  const judged = verdict(given);
  return judged.state === 'unknown' ? judged.reason : judged.state;
};
const one = (given: Partial<RuleReading>, more?: Partial<PrometheusReading>): AlertReadings => ({
  ...readings(),
  prometheus: prometheus([rule(given)], more),
});

describe('judgeAlert', () => {
  it('is ok when everything behind the silence can be vouched for', () => {
    expect(judge(readings())).toBe('ok');
  });

  it('is degraded while the condition waits for its time', () => {
    expect(judge(one({alerts: [fired({alertname: 'Down'}, 'pending')]}))).toBe('degraded');
  });

  it('counts what fires, and neither a silence nor an inhibition makes it quiet', () => {
    const alerts = [watchdog, held({alertname: 'Down', pod: 'a'}, 'silenced'), held({alertname: 'Down', pod: 'b'}, 'inhibited')];
    expect(verdict({...readings([rule({alerts: [fired()]})], alerts)})).toMatchObject({
      state: 'firing',
      value: {firing: 2, silenced: 1, inhibited: 1},
    });
  });

  it('counts once what Alertmanager holds and Prometheus still has as pending', () => {
    const pod = (name: string) => ({alertname: 'Down', pod: name});
    const alerts = [fired(pod('a')), fired(pod('b'), 'pending'), fired(pod('c'), 'pending')];
    const verdictOf = (...active: string[]) =>
      verdict(readings([rule({alerts})], [watchdog, ...active.map((name) => held({...pod(name), replica: '2'}))]));
    expect(verdictOf('a', 'b')).toMatchObject({state: 'firing', value: {firing: 2, pending: 1}});
    // The first has not arrived there yet.
    expect(verdictOf('b')).toMatchObject({state: 'firing', value: {firing: 2, pending: 1}});
    expect(verdict(readings([rule({alerts: [fired(pod('b'), 'pending')]})], [watchdog, held(pod('b'))]))).toMatchObject({
      state: 'firing',
      value: {firing: 1, pending: 0},
    });
  });

  it('says nothing of the targets of series that are gone, and names a series once', () => {
    const exprs = [
      'sum(kubelet_volume_stats_used_bytes)',
      'sum(kubelet_volume_stats_used_bytes) / sum(kubelet_volume_stats_capacity_bytes)',
    ];
    const {evidence} = verdict(one({missing: exprs}));
    expect(evidence.find(({check}) => check === 'has-series')?.detail).toBe(
      'no-series: kubelet_volume_stats_used_bytes, kubelet_volume_stats_capacity_bytes',
    );
    expect(evidence.map(({check}) => check)).not.toContain('all-targets-scraped');
    expect(verdict(one({missing: ['a'], partial: ['b']})).evidence.find(({check}) => check === 'all-targets-scraped')?.ok).toBe(false);
  });

  it('keeps firing when series thin out or the Watchdog is late', () => {
    expect(judge(readings([rule({alerts: [fired()], partial: ['a'], missing: ['b']})], []))).toBe('firing');
  });

  it.each<[string, AlertReadings, Reason]>([
    ['nothing is set up', {prometheus: null, alertmanager: null}, 'not-configured'],
    ['the first answers are not there yet', {prometheus: undefined, alertmanager: undefined}, 'never-seen'],
    ['Prometheus refuses the connection', {...readings(), prometheus: failed('unreachable')}, 'unreachable'],
    ['Prometheus does not answer', {...readings(), prometheus: failed('timeout')}, 'timeout'],
    ['Alertmanager does not answer', {...readings(), alertmanager: failed('timeout')}, 'timeout'],
    ['Alertmanager does not answer although the alert fires', {...one({alerts: [fired()]}), alertmanager: failed('timeout')}, 'timeout'],
    ['the source has no such rule', one({alert: 'Other'}), 'rule-missing'],
    ['the rule fails', one({health: 'err'}), 'rule-unhealthy'],
    ['the source says that it fires and has no such alert', one({contradicts: true}), 'parse'],
    [
      'a recording rule that it stands on fails',
      one({basis: [{name: 'a', health: 'err', intervalMs: 1000, evaluatedMsAgo: 0}]}),
      'rule-unhealthy',
    ],
    [
      'a recording rule that it stands on is late',
      one({basis: [{name: 'a', health: 'ok', intervalMs: 1000, evaluatedMsAgo: 6000}]}),
      'rule-unhealthy',
    ],
    ['the rule was never evaluated', one({health: 'unknown', evaluatedMsAgo: undefined}), 'rule-unhealthy'],
    ['the evaluation is late', one({evaluatedMsAgo: 5001}), 'stale'],
    ['Alertmanager was heard long ago', {...readings(), alertmanager: read({alerts: [watchdog]}, now - 10_001)}, 'stale'],
    ['the series are gone', one({missing: ['a']}), 'no-series'],
    ['the rule is not PromQL', one({unreadable: 'rollup_rate(x[5m])'}), 'parse'],
    ['a target of the series cannot be scraped', one({partial: ['a']}), 'partial'],
    ['the answer came with warnings', one({}, {warnings: 1}), 'partial'],
    [
      'the Watchdog is no longer confirmed',
      {...readings(), alertmanager: read({alerts: [watchdog], pulse: {silentMs: 9000, limitMs: 8000}})},
      'watchdog-missing',
    ],
    ['the Watchdog does not arrive', readings([rule()], []), 'watchdog-missing'],
  ])('is unknown when %s', (_name, given, reason) => {
    expect(judge(given)).toBe(reason);
  });

  it('gives the first reason of the list when several hold, and all of them in the evidence', () => {
    expect(judge({prometheus: failed('unreachable'), alertmanager: null})).toBe('not-configured');
    const several = {...one({missing: ['a']}, {warnings: 1}), alertmanager: read({alerts: []})};
    expect(judge(several)).toBe('no-series');
    const told = verdict(several).evidence.flatMap(({ok, detail}) => (ok ? [] : [detail]));
    expect(told).toEqual(['no-series: a', 'partial: 1 warnings', 'watchdog-missing: Watchdog']);
  });

  it('is the worst of the rules that share its name', () => {
    expect(judge(readings([rule(), rule({alerts: [fired()]})]))).toBe('firing');
    expect(judge(readings([rule(), rule({health: 'err'})]))).toBe('rule-unhealthy');
  });

  it('takes the Watchdog and the alerts of its own cluster only, where labels say which that is', () => {
    const ours = {watchdog: {alert: 'Watchdog', labels: {cluster: 'tokyo'}}};
    const foreign = [held({alertname: 'Watchdog', cluster: 'osaka'}), held({alertname: 'Down', cluster: 'osaka'})];
    expect(verdict(readings([rule()], foreign), ours)).toMatchObject({state: 'unknown', reason: 'watchdog-missing'});
    const both = [...foreign, held({alertname: 'Watchdog', cluster: 'tokyo'})];
    expect(verdict(readings([rule()], both), ours)).toMatchObject({state: 'ok', value: {firing: 0}});
  });

  it('warns of a rule that is served otherwise than declared, and stays ok', () => {
    const differing = verdict(one({}, {differs: new Map([['Down', ['expr', 'for']]])}));
    expect(differing.state).toBe('ok');
    expect(differing.evidence).toContainEqual({source: 'prometheus', check: 'as-declared', ok: false, detail: 'expr, for'});
  });

  it('says how late it may be, from what the source says of itself', () => {
    expect(verdict(one({intervalMs: 15_000, forMs: 300_000})).evidence).toContainEqual({
      source: 'prometheus',
      check: 'latency',
      ok: true,
      detail: 'scrape=15 evaluation=15 asking=5 delivery=1 for=300',
    });
  });

  it('never becomes greener by knowing less', () => {
    const lost: Reading<never>[] = [failed('timeout'), failed('unreachable')];
    const less = fc.constantFrom<(given: AlertReadings) => AlertReadings>(
      ...lost.map((reading) => (given: AlertReadings) => ({...given, prometheus: reading})),
      ...lost.map((reading) => (given: AlertReadings) => ({...given, alertmanager: reading})),
      (given) => ({...given, prometheus: undefined}),
      (given) => ({...given, alertmanager: null}),
    );
    const some = fc.record({
      health: fc.constantFrom('ok', 'err', 'unknown'),
      evaluatedMsAgo: fc.constantFrom(undefined, 0, 4000, 60_000),
      alerts: fc.constantFrom([], [fired()], [fired({alertname: 'Down'}, 'pending')]),
      missing: fc.constantFrom([], ['a']),
      partial: fc.constantFrom([], ['a']),
    });
    fc.assert(
      fc.property(some, less, (given, lose) => {
        expect(verdict(lose(one(given))).state).toBe('unknown');
      }),
    );
  });
});

it('orders the reasons as the contract does', () => {
  expect(reasons.slice(0, 13).join()).toBe(
    'not-configured,unreachable,timeout,unauthorised,rate-limited,parse,rule-missing,rule-unhealthy,no-series,partial,watchdog-missing,stale,never-seen',
  );
});
