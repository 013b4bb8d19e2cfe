import {execFileSync} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readChanged} from '../../../src/lint/changed/read-changed.server.ts';
import {withTwins} from '../../../src/lint/changed/with-twins.ts';
import {handbook, ja} from '../../support/sample.ts';

function repository(files: Readonly<Record<string, string>> = {}): {root: string; git: (...args: string[]) => void} {
  const root = handbook(files);
  const git = (...args: string[]): void => {
    const config = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', '-c', 'core.hooksPath=/dev/null'];
    execFileSync('git', [...config, ...args], {cwd: root, stdio: 'ignore'});
  };
  git('init', '-b', 'main');
  git('add', '.');
  git('commit', '-m', 'start');
  return {root, git};
}

describe('--changed', () => {
  it('finds what was committed since the branch was left, what was not, what is new and what is gone', () => {
    const {root, git} = repository({'docs/a.mdx': 'A\n', 'docs/b.mdx': 'B\n', 'docs/c.mdx': 'C\n', 'docs/d.mdx': 'D\n'});
    git('switch', '-c', 'topic');
    writeFileSync(join(root, 'docs/a.mdx'), 'A2\n');
    git('commit', '-am', 'a');
    git('switch', 'main');
    writeFileSync(join(root, 'docs/d.mdx'), 'moved on main\n');
    git('commit', '-am', 'd');
    git('switch', 'topic');
    writeFileSync(join(root, 'docs/b.mdx'), 'B2\n');
    writeFileSync(join(root, 'docs/新しい頁.mdx'), 'N\n');
    rmSync(join(root, 'docs/c.mdx'));
    expect([...readChanged(root, {})].toSorted()).toEqual(['docs/a.mdx', 'docs/b.mdx', 'docs/c.mdx', 'docs/新しい頁.mdx']);
  });

  it('gives paths below the handbook, when that is a folder of the repository', () => {
    const {root} = repository({'handbook/docs/a.mdx': 'A\n'});
    writeFileSync(join(root, 'handbook/docs/a.mdx'), 'A2\n');
    writeFileSync(join(root, 'elsewhere.md'), 'E\n');
    expect([...readChanged(join(root, 'handbook'), {})]).toEqual(['docs/a.mdx']);
  });

  it('says in a line what is missing', () => {
    expect(() => readChanged(handbook(), {})).toThrow(/^--changed asked Git: .*not a git repository/);
    const {root, git} = repository();
    git('branch', '-m', 'trunk');
    expect(() => readChanged(root, {})).toThrow(/^--changed found none of the branches origin\/HEAD, .*; fetch one first$/);
    git('switch', '--orphan', 'alone');
    git('commit', '--allow-empty', '-m', 'alone');
    git('branch', 'main', 'trunk');
    expect(() => readChanged(root, {})).toThrow(/^--changed found no commit that HEAD and main share/);
  });

  it('takes a page and its translation together', () => {
    expect([...withTwins(['docs/a.mdx', 'src/b.ts'])]).toEqual(['docs/a.mdx', `${ja}/a.mdx`, 'src/b.ts']);
    expect([...withTwins([`${ja}/x/a.mdx`])]).toEqual(['docs/x/a.mdx', `${ja}/x/a.mdx`]);
  });
});
