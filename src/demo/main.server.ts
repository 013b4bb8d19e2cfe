import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {readCatalog} from '../catalog/read-catalog.server.ts';
import {SlipError} from '../catalog/slip.ts';
import {cannotListen, EnvError, portTaken, readEnv} from '../server/env.server.ts';
import {Children, type Child} from './children.server.ts';
import {startExporter} from './exporter.server.ts';
import {changeIn, startHandbook} from './handbook.server.ts';
import {patience} from './impatient.ts';
import {allWell, incidentOf, incidents, Situation} from './incidents.ts';
import {onWords} from './keys.server.ts';
import {claimPort} from './listen.server.ts';
import {backfill, startMonitoring, type Monitoring} from './monitoring.server.ts';
import {overlay} from './overlay.ts';
import {findPrograms, ProgramsError} from './programs.server.ts';
import {sampleSeries} from './sample.ts';
import {isBuilt, layOut} from './stage.server.ts';
import {startStandIns} from './stand-ins.server.ts';
import {startSwitch} from './switch.server.ts';

const repository = join(import.meta.dirname, '../..');
const say = (text: string): void => console.log(text);

/** `npm run demo`: the handbook with a real Prometheus and Alertmanager on loopback, and a switch that sets an incident off. */
async function demo(ending: AbortController, ends: (() => Promise<void> | void)[]): Promise<void> {
  const {signal} = ending;
  const {values} = parseArgs({options: {built: {type: 'boolean', default: false}, development: {type: 'boolean', default: false}}});
  const programs = findPrograms(process.env);
  const catalog = readCatalog(repository);
  const {PORT} = readEnv({PORT: process.env['PORT']});
  const port = await claimPort(PORT).catch((error: NodeJS.ErrnoException) => {
    throw cannotListen(error) ? portTaken('127.0.0.1', PORT, error) : error;
  });

  const folder = mkdtempSync(join(tmpdir(), 'handbook-demo-'));
  ends.push(() => rmSync(folder, {recursive: true, force: true, maxRetries: 5}));
  const children = new Children((child) => ending.abort(new DeathError(child)));
  ends.push(() => children.end());
  const startedAt = Date.now() / 1000;
  const situation = new Situation();
  const series = sampleSeries(situation, startedAt);
  const exporter = await startExporter(series, situation);
  const standIns = await startStandIns(catalog, situation);
  const switchboard = await startSwitch(situation);
  ends.push(...[exporter, standIns, switchboard].map(({end}) => end));

  const site = values.built || (!values.development && isBuilt(repository)) ? 'build' : 'development';
  say(
    `The demo starts. ${site === 'build' ? 'It shows build/.' : 'No build/ is newer than its sources, so the pages are built first: about a minute.'}`,
  );
  const stage = layOut(repository, join(folder, 'handbook'), overlay(catalog.live, standIns));
  const data = join(folder, 'monitoring');
  mkdirSync(data);
  await backfill(series, {programs, folder: data, startedAt, signal});
  const labels = {cluster: 'demo', ...catalog.live.watchdog.labels};
  const monitoring = await startMonitoring({
    programs,
    children,
    folder: data,
    rules: stage.rules,
    exporter: exporter.address,
    labels,
    signal,
  });
  const url = await startHandbook({
    children,
    repository,
    stage: stage.root,
    port,
    site,
    ...monitoring,
    signal,
    line: (line) => {
      const change = changeIn(line);
      if (change !== undefined) say(`  ${new Date().toLocaleTimeString()}  ${change}`);
    },
  });
  await calm(url, signal);

  followAlertmanager(situation, monitoring);
  situation.onSet((id) => {
    const incident = incidents.find((one) => one.id === id);
    say(incident === undefined ? '\nAll well again.' : `\n${incident.title}. Watch ${url}${incident.look}\n  ${incident.watch}`);
  });
  onWords(process.stdin, {
    word: (word) => {
      const named = incidentOf(word);
      if (named !== undefined) situation.set(named);
    },
    interrupt: () => ending.abort(),
  });
  say(welcome({url: `http://localhost:${port}`, switchUrl: switchboard.url, ...monitoring}));
}

/** Waits until the list of alerts can be believed, so that the first look is a calm one; not for long, because it may never be. */
async function calm(url: string, signal: AbortSignal): Promise<void> {
  const end = Date.now() + 20_000;
  while (Date.now() < end && !signal.aborted) {
    const answer = (await fetch(`${url}/_status/v1/alerts`).then((response) => response.json())) as {live?: {state?: string}};
    if (answer.live?.state !== 'unknown') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** One after the other, however fast the keys are pressed. */
function followAlertmanager(situation: Situation, {killAlertmanager, reviveAlertmanager}: Monitoring): void {
  let last = Promise.resolve();
  situation.onSet(() => {
    last = last.then(() => (situation.has('alertmanager-dies') ? killAlertmanager() : reviveAlertmanager()));
  });
}

function welcome({
  url,
  switchUrl,
  prometheusUrl,
  alertmanagerUrl,
}: Record<'url' | 'switchUrl' | 'prometheusUrl' | 'alertmanagerUrl', string>): string {
  return `
  The handbook          ${url}           日本語 ${url}/ja/
  What is firing        ${url}/oncall
  Services              ${url}/status
  A runbook             ${url}/r/BlackboxProbeFailed
  Prometheus            ${prometheusUrl}
  Alertmanager          ${alertmanagerUrl}

  Everything is scraped and evaluated every second, and no rule waits or looks back longer than ${patience}.
  In data/alerts they wait for up to an hour.

  Set an incident off with its key, or at ${switchUrl}, or with
  curl -X POST ${switchUrl}/incident/site-down

${[...incidents, {...allWell, title: 'All well again'}].map(({key, id, title}) => `    ${key}  ${id.padEnd(18)} ${title}`).join('\n')}

  Ctrl-C ends everything and leaves nothing behind.
`;
}

/** A program ended that nobody ended. */
class DeathError extends Error {
  override readonly name = 'DeathError';

  constructor(child: Child) {
    super(`${child.name} ended by itself (${child.ended() ?? 'a signal'}). It said last:\n${child.said().trim()}`);
  }
}

const ending = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => ending.abort());
// The terminal may be gone before we are.
process.stdout.on('error', () => ending.abort());
const ends: (() => Promise<void> | void)[] = [];
let code = 0;
try {
  await demo(ending, ends);
  await new Promise((resolve) => {
    if (ending.signal.aborted) resolve(undefined);
    ending.signal.addEventListener('abort', resolve);
  });
} catch (error) {
  if (!ending.signal.aborted) ending.abort(error);
}
const {reason} = ending.signal as {reason: unknown};
const mendable = [ProgramsError, EnvError, SlipError].some((kind) => reason instanceof kind);
if (mendable || reason instanceof DeathError) {
  for (const line of (reason as Error).message.split('\n')) console.error(`demo: ${line}`);
  code = mendable ? 2 : 1;
} else if (!(reason instanceof DOMException)) {
  console.error(reason);
  code = 1;
}
for (const end of ends.toReversed()) await end();
process.exit(code);
