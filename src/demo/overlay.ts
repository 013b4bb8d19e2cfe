import type {Team} from '../catalog/model.ts';
import type {Calendar, LiveConfig, Probe, Provider, Query} from '../catalog/live-contract.ts';
import {milliseconds} from '../catalog/duration.ts';

/**
 * `data/live.yaml` with every address outside turned to the demo's own stand-ins on loopback. Names stay, so that every id that a page asks for
 * is answered. Sources are given by the environment.
 */
export function overlay(live: LiveConfig, standIns: {readonly url: string; readonly address: string}): LiveConfig {
  return {
    ...live,
    sources: [],
    probes: live.probes.map((probe) => probeOf(probe, standIns)),
    providers: live.providers.map((provider) => providerOf(provider, standIns.url)),
    queries: live.queries.map((query) => queryOf(query, standIns.url)),
    oncall: live.oncall.map((calendar) => calendarOf(calendar, standIns.url)),
  };
}

/** On loopback, and without credentials: none are needed here, and none may leave. */
const near = {allowPrivate: true, headers: {}, tokenFrom: undefined, basicFrom: undefined};

function probeOf(probe: Probe, {url, address}: {readonly url: string; readonly address: string}): Probe {
  const often = {...probe, every: sooner(probe.every, '5s')};
  if (probe.target === 'self') return often;
  if (probe.target.startsWith('http')) return {...often, ...near, target: url, path: `/probes/${probe.name}`};
  // A certificate that anybody would trust cannot be had here: of tls, only the port is asked.
  return {...often, ...near, target: `tcp://${address}`};
}

function providerOf(provider: Provider, url: string): Provider {
  const every = sooner(provider.every, '10s');
  if (provider.kind === 'github-actions') return {...provider, ...near, every, api: url};
  return {...provider, ...near, every, url: `${url}/providers/${provider.name}`};
}

function queryOf(query: Query, url: string): Query {
  if ('expr' in query) return {...query, every: sooner(query.every, '5s')};
  return {...query, ...near, every: sooner(query.every, '10s'), json: {...query.json, url: `${url}/figures/${query.name}`}};
}

function calendarOf({urlFrom, ...calendar}: Calendar, url: string): Calendar {
  return {...calendar, ...near, every: sooner(calendar.every, '10s'), url: `${url}/calendars/${calendar.team}`};
}

function sooner(every: string, most: string): string {
  return milliseconds(every) > milliseconds(most) ? most : every;
}

/** Words that a team's shifts have in the calendar, for every role that may have one. */
export function shiftWords({roles}: Calendar, team: Team | undefined): string[] {
  const words = Object.values(roles);
  return words.length > 0 ? words : (team?.members ?? []).slice(0, 2);
}
