import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';

/** Programs that npm cannot bring: the variable that may name another, the names to look for, and the Debian package. */
const programs = {
  prometheus: {variable: 'PROMETHEUS_BIN', names: ['prometheus'], package: 'prometheus'},
  promtool: {variable: 'PROMTOOL_BIN', names: ['promtool'], package: 'prometheus'},
  alertmanager: {
    variable: 'ALERTMANAGER_BIN',
    names: ['prometheus-alertmanager', 'alertmanager'],
    package: 'prometheus-alertmanager',
  },
} as const;
export type Programs = Readonly<Record<keyof typeof programs, string>>;

/** Something is not installed; the message holds the command that installs it. */
export class ProgramsError extends Error {
  override readonly name = 'ProgramsError';
}

/**
 * Finds what the demo runs. It installs nothing by itself.
 * @throws {ProgramsError}
 */
export function findPrograms(env: Readonly<Record<string, string | undefined>>): Programs {
  const find = ({variable, names}: (typeof programs)[keyof typeof programs]): string | undefined => {
    const wanted = env[variable] ? [env[variable]] : names;
    return wanted.map((name) => (name.includes('/') ? [name] : onPath(name, env)).find(isExecutable)).find((path) => path !== undefined);
  };
  const {prometheus, promtool, alertmanager} = programs;
  const found = {prometheus: find(prometheus), promtool: find(promtool), alertmanager: find(alertmanager)};
  const missing = Object.values(programs).filter((program) => find(program) === undefined);
  if (found.prometheus !== undefined && found.promtool !== undefined && found.alertmanager !== undefined) return found as Programs;
  const names = missing.map(({names: [name], variable}) => (env[variable] ? `${name} (${variable}=${env[variable]})` : name));
  const packages = [...new Set(missing.map((program) => program.package))];
  throw new ProgramsError(
    [
      `found no ${names.join(', ')}, expected a real Prometheus and Alertmanager. On Debian and Ubuntu:`,
      `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
      'Their services are not needed: the demo starts its own. Elsewhere name the programs in PROMETHEUS_BIN, PROMTOOL_BIN and ALERTMANAGER_BIN.',
    ].join('\n'),
  );
}

function onPath(name: string, env: Readonly<Record<string, string | undefined>>): string[] {
  return (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path.includes('/');
  } catch {
    return false;
  }
}
