import type {HeldAlert} from '../../src/live/sources/alertmanager.server.ts';
import type {PrometheusReading, RuleReading} from '../../src/live/sources/prometheus.server.ts';
import type {Reading} from '../../src/live/sources/reading.ts';
import type {Reason} from '../../src/live/state.ts';
import type {Readings} from '../../src/live/truth/verdicts.ts';

/** The moment of these tests, by the gateway's clock. */
export const now = Date.UTC(2026, 0, 1);

/** A rule that is served, healthy and quiet. */
export function rule(given: Partial<RuleReading> = {}): RuleReading {
  return {
    alert: 'Down',
    query: 'up == 0',
    labels: {},
    health: 'ok',
    contradicts: false,
    basis: [],
    intervalMs: 1000,
    forMs: 0,
    keepFiringForMs: 0,
    evaluatedMsAgo: 500,
    alerts: [],
    unreadable: undefined,
    missing: [],
    partial: [],
    ...given,
  };
}

/** An alert as Prometheus has it. */
export function fired(
  labels: Readonly<Record<string, string>> = {alertname: 'Down'},
  state: 'firing' | 'pending' = 'firing',
): RuleReading['alerts'][number] {
  return {state, labels, annotations: {}, activeAt: '2026-01-01T00:00:00.123456789Z'};
}

/** An alert as Alertmanager has it. */
export function held(labels: Readonly<Record<string, string>>, state: HeldAlert['state'] = 'active'): HeldAlert {
  return {labels, annotations: {}, state, startsAt: '2026-01-01T00:00:00Z'};
}

export const watchdog = held({alertname: 'Watchdog'});

export function read<T>(value: T, at = now): Reading<T> {
  return {kind: 'read', at, value};
}

export function failed(reason: Reason): Reading<never> {
  return {kind: 'failed', at: now, reason, detail: 'why'};
}

export function prometheus(rules: readonly RuleReading[], given: Partial<PrometheusReading> = {}): Reading<PrometheusReading> {
  const nothing = {asked: new Set<string>(), missing: new Set<string>(), partial: new Set<string>(), warnings: 0};
  return read({rules, warnings: 0, scrapeMs: 15_000, differs: new Map(), now: nothing, ...given});
}

/** Both sources answer, with these rules and what Alertmanager holds. */
export function readings(rules: readonly RuleReading[] = [rule()], alerts: readonly HeldAlert[] = [watchdog]): Readings {
  return {
    prometheus: prometheus(rules),
    alertmanager: read({alerts}),
    figures: new Map(),
    budgets: new Map(),
    providers: new Map(),
    shifts: new Map(),
    results: new Map(),
    unasked: new Map(),
  };
}
