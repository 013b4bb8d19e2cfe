import {isAlwaysThere} from './always-there.ts';
import {milliseconds} from './duration.ts';
import {joinReach} from './join-reach.ts';
import type {LiveConfig, Query} from './live-contract.ts';
import type {Alert, Service, Team} from './model.ts';
import {twice, unknownName} from './names.ts';
import {promqlFault} from './promql.ts';
import {expandQuery, paramsIn, type NamedQuery} from './queries.ts';
import type {Slip} from './slip.ts';
import type {Read, Source} from './source.ts';

interface Known {
  readonly services: ReadonlyMap<string, Service>;
  readonly alerts: ReadonlyMap<string, Alert>;
  readonly teams: ReadonlyMap<string, Team>;
}

/** Most combinations of parameters that one query may have. */
const mostCombinations = 200;
/** Most points that one history may have: a page draws no more, and a source should not be asked for more. */
const mostPoints = 400;

/** Looks up every name that `data/live.yaml` uses, and makes its queries. What is not found becomes a slip. */
export function joinLive({source, value}: Read<LiveConfig>, {services, alerts, teams}: Known, slips: Slip[]): NamedQuery[] {
  const slip = (path: readonly PropertyKey[], found: string, expected: string): void => {
    slips.push({...source.place(path), found, expected});
  };
  const once = (list: 'probes' | 'queries' | 'providers', noun: string): void => {
    const seen = new Set<string>();
    for (const [i, {name}] of value[list].entries()) {
      if (seen.has(name)) slips.push(twice(source.place([list, i, 'name']), `${noun} ${name}`));
      seen.add(name);
    }
  };
  const oneOf = (path: readonly PropertyKey[], name: string, [known, noun]: readonly [ReadonlyMap<string, unknown>, string]): void => {
    if (!known.has(name)) slips.push(unknownName(source.place(path), name, known, noun));
  };

  for (const [i, {kind, url, allowPrivate}] of value.sources.entries()) {
    if (value.sources.slice(0, i).some((before) => before.kind === kind))
      slips.push(twice(source.place(['sources', i, 'kind']), `source of kind ${kind}`));
    if (url.startsWith('http:') && !allowPrivate)
      slip(['sources', i, 'url'], url, 'https, or allowPrivate: true for a server in your own network');
  }
  // With no rule declared here, the alert may live elsewhere; with a misspelt one, nothing would ever be vouched for.
  if (alerts.size > 0) oneOf(['watchdog', 'alert'], value.watchdog.alert, [alerts, 'alert']);
  once('probes', 'probe');
  for (const [i, probe] of value.probes.entries()) {
    if (probe.service !== undefined) oneOf(['probes', i, 'service'], probe.service, [services, 'component']);
    if (probe.service === undefined && !value.providers.some((provider) => provider.probe === probe.name))
      slip(['probes', i, 'name'], `the probe ${probe.name} of nothing`, 'a service, or a provider that names this probe');
    if (probe.warnBefore !== undefined && !/^tls:/i.test(probe.target))
      slip(
        ['probes', i, 'warnBefore'],
        `warnBefore for ${probe.target}`,
        'a target such as tls://share.example:443, which reads the certificate',
      );
    if (/^(tcp|tls):/.test(probe.target) && new URL(probe.target).port === '')
      slip(['probes', i, 'target'], probe.target, 'a port, as in tcp://db.example:5432');
  }
  for (const [i, {alert, witness}] of value.mayBeAbsent.entries()) {
    oneOf(['mayBeAbsent', i, 'alert'], alert, [alerts, 'alert']);
    if (promqlFault(witness) !== undefined) slip(['mayBeAbsent', i, 'witness'], JSON.stringify(witness), 'PromQL');
    else if (isAlwaysThere(witness))
      slip(['mayBeAbsent', i, 'witness'], JSON.stringify(witness), 'a witness that can be absent, such as up{job="x"} == 1');
  }
  for (const list of ['queries', 'providers'] as const) {
    for (const [i, entry] of value[list].entries()) {
      const dated = 'json' in entry ? entry.json : 'value' in entry ? entry : undefined;
      if (dated?.maxAge !== undefined && dated.at === undefined) slip([list, i], 'maxAge without at', 'at: where the time stands');
      // A time that is read and held against nothing would leave an answer of years ago green.
      if (dated?.at !== undefined && dated.maxAge === undefined) slip([list, i], 'at without maxAge', 'maxAge: how old it may be');
    }
  }
  once('providers', 'provider');
  const probes = new Map(value.probes.map((probe) => [probe.name, probe]));
  for (const [i, provider] of value.providers.entries()) {
    if (provider.probe !== undefined) oneOf(['providers', i, 'probe'], provider.probe, [probes, 'probe']);
    for (const [n, service] of provider.usedBy.entries()) oneOf(['providers', i, 'usedBy', n], service, [services, 'component']);
  }
  joinReach({source, value}, slips);
  const calendars = new Set<string>();
  for (const [i, {team, url, urlFrom, roles}] of value.oncall.entries()) {
    oneOf(['oncall', i, 'team'], team, [teams, 'group']);
    if (calendars.has(team)) slips.push(twice(source.place(['oncall', i, 'team']), `calendar of ${team}`));
    calendars.add(team);
    if ((url === undefined) === (urlFrom === undefined)) slip(['oncall', i], 'not exactly one of url and urlFrom', 'one of them');
    // Of a team that nobody knows, every role would be another slip.
    if (!teams.has(team)) continue;
    const members = new Map((teams.get(team)?.members ?? []).map((role) => [role, role]));
    for (const role of Object.keys(roles)) oneOf(['oncall', i, 'roles', role], role, [members, 'role']);
    const byWord = Map.groupBy(members.keys(), (role) =>
      (Object.hasOwn(roles, role) ? (roles[role] ?? role) : role).normalize('NFKC').toLowerCase(),
    );
    for (const [word, same] of byWord)
      if (same.length > 1)
        slip(['oncall', i, 'roles'], `${JSON.stringify(word)} for ${same.join(' and ')}`, 'a word of its own for each role');
  }
  once('queries', 'query');
  return value.queries.flatMap((query, i) => joinQuery(query, {source, path: ['queries', i]}, slips));
}

function joinQuery(query: Query, {source, path}: {source: Source; path: readonly PropertyKey[]}, slips: Slip[]): NamedQuery[] {
  const slip = (key: string, found: string, expected: string): void => {
    slips.push({...source.place([...path, key]), found, expected});
  };
  const {degraded, down} = query;
  const [above, below] = [degraded?.above ?? -Infinity, degraded?.below ?? Infinity];
  if (down?.above !== undefined && down.above < above) slip('down', `down above ${down.above}`, `${above} or more, where degraded begins`);
  if (down?.below !== undefined && down.below > below) slip('down', `down below ${down.below}`, `${below} or less, where degraded begins`);
  if (!('expr' in query)) return expandQuery(query).queries;
  const {expr, params, range, step} = query;
  if (range !== undefined && milliseconds(range) < milliseconds(step)) slip('range', `a range of ${range}`, `at least one step, ${step}`);
  if (promqlFault(expr) !== undefined) slip('expr', JSON.stringify(expr), 'PromQL, with parameters inside quotes');
  for (const name of paramsIn(expr)) if (!Object.hasOwn(params, name)) slip('expr', `$${name}`, 'a parameter under params');
  for (const name of Object.keys(params))
    if (!paramsIn(expr).includes(name)) slip('params', name, `a parameter that expr uses as $${name}`);
  const combinations = Object.values(params).reduce((product, values) => product * values.length, 1);
  if (combinations > mostCombinations) {
    slip('params', `${combinations} combinations`, `at most ${mostCombinations}`);
    return [];
  }
  if (range !== undefined && milliseconds(range) / milliseconds(step) > mostPoints)
    slip('range', `${Math.round(milliseconds(range) / milliseconds(step))} points`, `at most ${mostPoints}: a longer step`);
  const {queries, odd} = expandQuery(query);
  if (odd.length > 0) slip('params', odd.join(', '), 'values that leave the expression as it is');
  return queries;
}
