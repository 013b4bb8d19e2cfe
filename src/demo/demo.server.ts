import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readCatalog} from '../catalog/read-catalog.server.ts';
import {cannotListen, portTaken, readEnv} from '../server/env.server.ts';
import {startAudience} from './audience.server.ts';
import {Children, type Child} from './children.server.ts';
import {startExporter} from './exporter.server.ts';
import {changeIn, startHandbook} from './handbook.server.ts';
import {incidents, Situation} from './incidents.ts';
import {claimPort} from './listen.server.ts';
import {backfill, startMonitoring, type Monitoring} from './monitoring.server.ts';
import {overlay} from './overlay.ts';
import {findPrograms} from './programs.server.ts';
import {sampleSeries} from './sample.ts';
import {isBuilt, layOut} from './stage.server.ts';
import {startStandIns} from './stand-ins.server.ts';
import {startSwitch} from './switch.server.ts';
import {welcome} from './welcome.ts';

export interface DemoOptions {
  readonly repository: string;
  /** Which pages are shown; by default the finished build where it is newer than its sources. */
  readonly site: 'build' | 'development' | undefined;
  readonly say: (text: string) => void;
  /** Aborted when all is to end. */
  readonly signal: AbortSignal;
  /** Something has gone wrong that nobody here can mend. */
  readonly fail: (error: unknown) => void;
  /** Takes what is to be done at the end, last first. */
  readonly atEnd: (end: () => Promise<void> | void) => void;
}

/**
 * Starts everything, and gives the situation that decides what all of it does.
 * @throws {ProgramsError | EnvError | SlipError} for what the person who started it can mend.
 */
export async function startDemo({repository, site: wanted, say, signal, fail, atEnd}: DemoOptions): Promise<Situation> {
  const programs = findPrograms(process.env);
  const catalog = readCatalog(repository);
  const port = await portOfHandbook();
  const site = wanted ?? (isBuilt(repository) ? 'build' : 'development');
  say(
    site === 'build'
      ? 'The demo starts.'
      : 'The demo starts. build/ is not newer than its sources: the pages are built first, which takes a while.',
  );

  const folder = mkdtempSync(join(tmpdir(), 'handbook-demo-'));
  atEnd(() => rmSync(folder, {recursive: true, force: true, maxRetries: 5}));
  const children = new Children((child) => fail(new DeathError(child)));
  atEnd(() => children.end());
  const startedAt = Date.now() / 1000;
  const situation = new Situation();
  const series = sampleSeries(situation, startedAt);
  const [exporter, standIns, switchboard] = await Promise.all([
    startExporter(series, situation),
    startStandIns(catalog, situation),
    startSwitch(situation),
  ]);
  for (const {end} of [exporter, standIns, switchboard]) atEnd(end);

  const stage = layOut(repository, join(folder, 'handbook'), overlay(catalog.live, standIns));
  const data = join(folder, 'monitoring');
  mkdirSync(data);
  await backfill(series, {programs, folder: data, startedAt, signal});
  const labels = {cluster: 'demo', ...catalog.live.watchdog.labels};
  const given = {programs, children, folder: data, rules: stage.rules, exporter: exporter.address, labels, signal};
  const monitoring = await startMonitoring(given);
  let isWelcomed = false;
  const line = (text: string): void => {
    const change = changeIn(text);
    if (isWelcomed && change !== undefined) say(`  ${new Date().toLocaleTimeString()}  ${change}`);
  };
  await startHandbook({children, repository, stage: stage.root, port, site, ...monitoring, signal, line});
  const url = `http://localhost:${port}`;
  atEnd(startAudience(`http://127.0.0.1:${port}`, catalog));
  await calm(`http://127.0.0.1:${port}`, signal);

  followAlertmanager(situation, monitoring, fail);
  situation.onSet((id) => {
    const incident = incidents.find((one) => one.id === id);
    say(incident === undefined ? '\nAll well again.' : `\n${incident.title}. Watch ${url}${incident.look}\n  ${incident.watch}`);
  });
  say(welcome({url, switchUrl: switchboard.url, ...monitoring}));
  isWelcomed = true;
  return situation;
}

async function portOfHandbook(): Promise<number> {
  const {PORT} = readEnv({PORT: process.env['PORT']});
  try {
    return await claimPort(PORT);
  } catch (error) {
    const fault = error as NodeJS.ErrnoException; // listening fails with nothing else
    throw cannotListen(fault) ? portTaken('127.0.0.1', PORT, fault) : fault;
  }
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
function followAlertmanager(
  situation: Situation,
  {killAlertmanager, reviveAlertmanager}: Monitoring,
  fail: (error: unknown) => void,
): void {
  let last = Promise.resolve();
  situation.onSet(() => {
    last = last.then(() => (situation.has('alertmanager-dies') ? killAlertmanager() : reviveAlertmanager())).catch(fail);
  });
}

/** A program ended that nobody ended. */
export class DeathError extends Error {
  override readonly name = 'DeathError';

  constructor(child: Child) {
    const how = typeof child.ended() === 'number' ? `exit code ${child.ended()}` : 'a signal';
    super(`${child.name} ended by itself (${how}). ${child.said() === '' ? 'It said nothing.' : `It said last:\n${child.said().trim()}`}`);
  }
}
