import {spawnSync} from 'node:child_process';
import {readFileSync, rmSync} from 'node:fs';
import type {Figures} from './main.ts';

/**
 * The whole build of every language with nothing kept from before, then once more with what the first kept. CPU seconds, because wall time on
 * a shared machine says little.
 */
export function benchBuild(): Figures {
  for (const folder of ['build', '.docusaurus', 'node_modules/.cache']) rmSync(folder, {recursive: true, force: true});
  return {coldCpuSeconds: cpuSecondsOf('npm', ['run', 'build']), warmCpuSeconds: cpuSecondsOf('npm', ['run', 'build'])};
}

/** User and system time of a command and all its children, from the kernel's own account of ended children. */
function cpuSecondsOf(command: string, args: readonly string[]): number {
  const before = childTicks();
  const {status, stderr} = spawnSync(command, args, {stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8'});
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  // A tick is 10 ms on every Linux that Node runs on.
  return (childTicks() - before) / 100;
}

function childTicks(): number {
  // Fields 16 and 17 of proc_pid_stat(5), counted after the name, which may hold spaces.
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[13]) + Number(fields[14]);
}
