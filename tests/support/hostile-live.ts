import type {Hostile} from './hostile.ts';
import {once} from './hostile.ts';
import {hostileAnswers, hostileFigures, upstreamSays} from './hostile-answers.ts';
import type {LiveYaml} from './hostile-handbook.ts';
import {closedTo, neverAsked} from './hostile-targets.ts';

/** Calendars that must not be read, and one that must not be repeated. */
const hostileCalendars: Readonly<Record<string, string>> = {
  // The thirtieth of February: looked for without an end.
  sre: calendar('DURATION:PT1H', 'SUMMARY:sre-lead', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
  lending: calendar(`SUMMARY:${'lending-lead '.repeat(200_000)}`),
  payments: `<!doctype html><p>${upstreamSays}`,
  support: calendar(
    'DURATION:P1D',
    'RRULE:FREQ=DAILY',
    `SUMMARY:support-lead ${upstreamSays} <img src=x onerror=pwned()>`,
    `LOCATION:${upstreamSays}`,
  ),
};

/** A query of the sample that is asked of Prometheus. */
export const promqlId = 'query:requests:lending-api';

/** Makes the hostile server answer for all that `hostileLive` names. */
export function standAll(hostile: Hostile): void {
  for (const [name, {answer, heavy = false}] of Object.entries(hostileAnswers)) hostile.stands(name, heavy ? once(answer) : answer);
  for (const [name, value] of Object.entries(hostileFigures)) hostile.stands(name, (_, response) => response.end(`{"n":${value}}`));
  for (const [team, text] of Object.entries(hostileCalendars))
    hostile.stands(
      `calendar-${team}`,
      once((_, response) => response.end(text)),
    );
  hostile.stands('flood', hostileAnswers['never-ending']?.answer ?? (() => {}));
}

/** `data/live.yaml` in which everything leads to the hostile server, or to where nobody may go. */
export function hostileLive({url, port}: Hostile): (live: LiveYaml) => LiveYaml {
  const reach = {allowPrivate: true, timeout: '30s', tokenFrom: 'HOSTILE_TOKEN', every: '10s'};
  const title = {en: 'Hostile', ja: '敵対的'};
  const probe = {service: 'sre-handbook', every: '5m', downAfter: 1};
  const word = {...reach, title, kind: 'json', value: '/status', words: {up: 'ok'}};
  return ({queries = []}) => ({
    probes: [
      ...neverAsked.map((target, n) => ({...probe, name: `never-${n}`, target, allowPrivate: true})),
      ...closedTo(port).map((target, n) => ({...probe, name: `closed-${n}`, target})),
      {...probe, name: 'redirected', target: url, path: '/redirect-301', allowPrivate: true},
      {...probe, name: 'flooded', target: url, path: '/flood', allowPrivate: true},
      {...probe, name: 'dripped', target: url, path: '/drips-headers', allowPrivate: true, timeout: '400ms'},
    ],
    providers: [
      ...Object.entries(hostileAnswers).map(([name, {timeout = '30s'}]) => ({...word, name, url: `${url}/${name}`, timeout})),
      {...reach, title, name: 'statuspage', kind: 'statuspage', url: `${url}/markup-as-word`},
      {...reach, title, name: 'workflow', kind: 'github-actions', api: `${url}/markup-as-word`, repository: 'a/b', workflow: 'c.yml'},
    ],
    queries: [
      ...queries,
      ...Object.keys(hostileFigures).map((name) => ({...reach, title, name, json: {url: `${url}/${name}`, value: '/n'}})),
    ],
    oncall: Object.keys(hostileCalendars).map((team) => ({...reach, team, kind: 'icalendar', url: `${url}/calendar-${team}`})),
  });
}

/** The ids of all that it names, and some that rest on Prometheus. */
export function hostileIds({port}: Hostile): string[] {
  return [
    'alert:BlackboxProbeFailed',
    'service:web-front',
    'service:sre-handbook',
    'slo:lending-api-availability',
    promqlId,
    ...[...Object.keys(hostileAnswers), 'statuspage', 'workflow'].map((name) => `provider:${name}`),
    ...Object.keys(hostileFigures).map((name) => `query:${name}`),
    ...Object.keys(hostileCalendars).map((team) => `oncall:${team}`),
    ...['redirected', 'flooded', 'dripped'].map((name) => `probe:${name}`),
    ...neverAsked.map((_, n) => `probe:never-${n}`),
    ...closedTo(port).map((_, n) => `probe:closed-${n}`),
  ];
}

function calendar(...lines: readonly string[]): string {
  const event = ['BEGIN:VEVENT', 'UID:1', 'DTSTART:20260101T000000Z', ...lines, 'END:VEVENT'];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR', ''].join('\r\n');
}
