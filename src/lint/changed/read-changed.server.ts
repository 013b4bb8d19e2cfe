import {spawnSync} from 'node:child_process';
import {ToolError} from '../engines/run-tool.ts';

/**
 * What differs from the default branch: committed since it was left, not yet committed, not yet known to Git, and gone. Paths below `root`.
 * @throws {ToolError} when Git cannot say.
 */
export function readChanged(root: string, env: Readonly<Record<string, string | undefined>> = process.env): Set<string> {
  const base = mergeBase(root, env['GITHUB_BASE_REF']);
  // No file system watcher of the user, no rename that hides a name: the plain list.
  const diff = git(root, ['diff', '--name-only', '--no-renames', '--relative', '-z', base, '--']);
  const untracked = git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  return new Set([...diff.split('\0'), ...untracked.split('\0')].filter((file) => file !== ''));
}

function mergeBase(root: string, target: string | undefined): string {
  const names = [...(target ? [`origin/${target}`] : []), 'origin/HEAD', 'origin/main', 'main', 'origin/master', 'master'];
  const name = names.find((one) => run(root, ['rev-parse', '--verify', '--quiet', `${one}^{commit}`]).status === 0);
  if (name === undefined) {
    git(root, ['rev-parse', '--git-dir']);
    throw new ToolError(`--changed found none of the branches ${names.join(', ')} to compare with; fetch one first`);
  }
  const base = run(root, ['merge-base', 'HEAD', name]);
  if (base.status !== 0)
    throw new ToolError(`--changed found no commit that HEAD and ${name} share; fetch more of the history (git fetch --unshallow)`);
  return base.stdout.trim();
}

function git(root: string, args: readonly string[]): string {
  const {status, stdout, stderr, error} = run(root, args);
  if (status !== 0) throw new ToolError(`--changed asked Git: ${(error?.message ?? stderr).trim().split('\n')[0]}`);
  return stdout;
}

function run(root: string, args: readonly string[]): {status: number | null; stdout: string; stderr: string; error?: Error} {
  return spawnSync('git', ['-c', 'core.quotePath=false', ...args], {cwd: root, encoding: 'utf8', maxBuffer: 64 << 20});
}
