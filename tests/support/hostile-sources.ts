import type {RequestListener} from 'node:http';
import {upstreamSays} from './hostile-answers.ts';
import {bidi, internalHost, unlisted} from './hostile-rules.ts';

/** A Prometheus that serves one alert, by as many rules as there are expressions, and says what it likes wherever it is free in what it says. */
export function prometheusThatSays({
  health,
  queries = [`probe_success{instance="${internalHost}:9115",said="${upstreamSays}${bidi}"} == 0`],
}: {
  readonly health: string;
  readonly queries?: readonly string[];
}): RequestListener {
  const spoken = {lastError: upstreamSays, warnings: [], infos: [upstreamSays]};
  return (incoming, response) => {
    const now = new Date().toISOString();
    const named = {type: 'alerting', name: 'BlackboxProbeFailed', labels: {severity: 'critical'}};
    const rules = queries.map((query) => ({...named, ...spoken, query, health, lastEvaluation: now, alerts: []}));
    const answers: Readonly<Record<string, unknown>> = {
      rules: {groups: [{name: upstreamSays, file: `/etc/${upstreamSays}`, interval: 1, rules}]},
      query: {resultType: 'vector', result: [{metric: {[unlisted]: upstreamSays}, value: [0, `${upstreamSays}${bidi}`]}]},
      format_query: upstreamSays,
      'status/runtimeinfo': {startTime: now, hostname: internalHost},
      'status/config': {yaml: `global: {scrape_interval: ${upstreamSays}}`},
    };
    const [, path = ''] = /\/api\/v1\/([\w/]+)/.exec(incoming.url ?? '') ?? [];
    response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify({status: 'success', ...spoken, data: answers[path]}));
  };
}

const soon = (): string => new Date(Date.now() + 3_600_000).toISOString();
const status = {state: 'active', silencedBy: [], inhibitedBy: []};
const long = 'x'.repeat(1_000_000);
const manyLinks = Object.fromEntries(Array.from({length: 500}, (_, n) => [`link${n}`, `https://share.reiji.example/${'x'.repeat(1900)}`]));

/** A few alerts whose every part is as long as a source likes. */
export function hugeAlerts(): readonly object[] {
  const [labels, startsAt] = [{alertname: 'Theirs', severity: 'critical'}, new Date().toISOString()];
  return [
    {labels: {...labels, namespace: long}, annotations: {summary: long}, startsAt},
    {labels: {...labels, alertname: `Theirs${long}`}, annotations: {}, startsAt},
    {labels: {alertname: 'BlackboxProbeFailed', severity: 'critical', instance: long}, annotations: {}, startsAt},
    {labels, annotations: manyLinks, startsAt},
  ].map((alert) => ({...alert, endsAt: soon(), status}));
}

/** Alerts since times that are none in four digits. */
export function timelessAlerts(): readonly object[] {
  const alert = {labels: {alertname: 'Timeless', severity: 'critical'}, annotations: {}, endsAt: soon(), status};
  return ['9999-12-31T23:59:59-23:59', '0000-01-01T00:00:00+23:59'].map((startsAt) => ({...alert, startsAt}));
}

/** An Alertmanager that holds the Watchdog and these alerts. */
export function alertmanagerThatHolds(alerts: readonly object[]): RequestListener {
  const watchdog = {
    labels: {alertname: 'Watchdog', severity: 'none'},
    annotations: {},
    startsAt: new Date().toISOString(),
    endsAt: soon(),
    status,
  };
  const text = JSON.stringify([watchdog, ...alerts]);
  return (_, response) => response.writeHead(200, {'content-type': 'application/json'}).end(text);
}
