import {execFileSync, spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/** A program that the tests use and that npm cannot bring. */
interface Program {
  /** The variable that tells the tests where it is, and by which anyone may name another. */
  readonly variable: string;
  readonly names: readonly string[];
  /** The Debian package that brings it. */
  readonly package: string;
}

const programs: readonly Program[] = [
  {variable: 'CHROMIUM_PATH', names: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium'},
  {variable: 'PROMETHEUS_BIN', names: ['prometheus'], package: 'prometheus'},
  {variable: 'PROMTOOL_BIN', names: ['promtool'], package: 'prometheus'},
  {variable: 'ALERTMANAGER_BIN', names: ['prometheus-alertmanager', 'alertmanager'], package: 'prometheus-alertmanager'},
  {variable: 'AMTOOL_BIN', names: ['amtool'], package: 'prometheus-alertmanager'},
];

/** The set-up cannot go on; the message says what to do. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/**
 * Finds every program that the tests use, and installs what is missing as Debian packages where that is possible.
 * @returns where each is, as environment variables.
 * @throws {SetupError}
 */
export function setUp(log: (line: string) => void): Record<string, string> {
  const missing = programs.filter((program) => find(program) === undefined);
  if (missing.length > 0) install(missing, log);
  return Object.fromEntries(
    programs.map((program) => {
      const path = find(program);
      if (path === undefined)
        throw new SetupError(`The package ${program.package} is installed, but ${program.names.join(' or ')} is not on PATH.`);
      return [program.variable, path];
    }),
  );
}

function find({variable, names}: Program): string | undefined {
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    const path = isExecutable(named) ? named : onPath(named);
    if (path === undefined) throw new SetupError(`${variable}: found ${JSON.stringify(named)}, expected a program that can be run.`);
    return path;
  }
  return names.map(onPath).find((path) => path !== undefined);
}

function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path.includes('/');
  } catch {
    return false;
  }
}

function install(missing: readonly Program[], log: (line: string) => void): void {
  const names = missing.map((program) => program.names[0]).join(', ');
  if (!isDebian()) {
    throw new SetupError(
      `Missing: ${names}. Put them on PATH, or name them in ${missing.map(({variable}) => variable).join(', ')}. They are Chromium, https://prometheus.io/download/ (prometheus, promtool) and Alertmanager (alertmanager, amtool).`,
    );
  }
  const packages = [...new Set(missing.map((program) => program.package))];
  const sudo = sudoPrefix();
  const words = ['apt-get', 'install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=400', ...packages];
  if (sudo === undefined) {
    throw new SetupError(
      `Missing: ${names}. Install them with:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    );
  }
  log(`installing ${packages.join(', ')}`);
  withoutServices(sudo, () => {
    for (const command of [['apt-get', '-o', 'DPkg::Lock::Timeout=400', 'update'], words]) {
      const [program = '', ...args] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
      const {status, stderr} = spawnSync(program, args, {stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8'});
      if (status !== 0) throw new SetupError(`${[...sudo, ...command].join(' ')} failed (${status}):\n${stderr.trim()}`);
    }
  });
}

function isDebian(): boolean {
  return (
    existsSync('/usr/bin/apt-get') &&
    existsSync('/etc/os-release') &&
    /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

/** What to put before a command so that it runs as root; undefined when that needs a password. */
function sudoPrefix(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], {stdio: 'ignore'}).status === 0 ? ['sudo', '-n'] : undefined;
}

const policy = '/usr/sbin/policy-rc.d';

/** Runs with a policy that lets no package start a service: the tests start their own, on ports of their own. */
function withoutServices(sudo: readonly string[], work: () => void): void {
  const own = !existsSync(policy);
  const asRoot = (args: readonly string[], input = ''): void => {
    const [program = '', ...rest] = [...sudo, ...args];
    execFileSync(program, rest, {input, stdio: ['pipe', 'ignore', 'inherit']});
  };
  const script = '#!/bin/sh\nexit 101\n';
  if (own && sudo.length === 0) writeFileSync(policy, script, {mode: 0o755});
  else if (own) {
    asRoot(['tee', policy], script);
    asRoot(['chmod', '755', policy]);
  }
  try {
    work();
  } finally {
    if (own && sudo.length === 0) rmSync(policy, {force: true});
    else if (own) asRoot(['rm', '-f', policy]);
  }
}

if (import.meta.main) {
  try {
    for (const [variable, path] of Object.entries(setUp((line) => console.log(line)))) console.log(`${variable}=${path}`);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
