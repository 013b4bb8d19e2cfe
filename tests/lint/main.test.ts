import {execFile, execFileSync, spawn} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {formats} from '../../src/lint/report/report.ts';
import {handbook, sound} from '../support/sample.ts';

function lint(...args: string[]): Promise<{code: number; stdout: string; stderr: string}> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/lint/main.ts', ...args], (error, stdout, stderr) => {
      resolve({code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr});
    });
  });
}

/** A handbook in English only with one stub in it. */
function withStub(more: Readonly<Record<string, string>> = {}): string {
  const page = '---\ntitle: A\ndescription: A.\nkind: reference\nowner: sre\nstatus: adopted\n---\n\nTODO\n';
  return handbook({
    'data/site.yaml': (sound['data/site.yaml'] ?? '').replace('[en, ja]', '[en]'),
    'data/catalog/org.yaml': (sound['data/catalog/org.yaml'] ?? '').replace('[sre-lead]', '[sre-lead, sre-primary]'),
    'docs/a.mdx': page,
    'docs/b.mdx': page.replace('TODO', 'Text.'),
    ...more,
  });
}

describe('npm run lint', () => {
  it.each([
    {args: ['--format', 'yaml'], said: `unexpected format 'yaml', expected one of ${formats.join(', ')} (npm run lint -- --help)`},
    {args: ['docs/no-such-page.mdx'], said: 'no such file or folder: docs/no-such-page.mdx'},
    {args: ['--root', 'no-such-folder'], said: 'no such folder: no-such-folder'},
    {args: ['..'], said: `.. is not below ${process.cwd()}`},
    {args: ['--fx'], said: "Unknown option '--fx' (npm run lint -- --help)"},
  ])('exits with 2 and one line for $args', async ({args, said}) => {
    const {code, stdout, stderr} = await lint(...args);
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(/^lint could not run: /)]);
    expect(stderr.trimEnd().replace('lint could not run: ', '')).toEqual(said);
  });

  it('says how it is used', async () => {
    expect(await lint('--help')).toEqual({code: 0, stdout: expect.stringContaining('--changed'), stderr: ''});
  });

  it('exits with 1 for an error, and with 0 where it is not asked about', async () => {
    const root = withStub();
    const finding = expect.objectContaining({file: 'docs/a.mdx', line: 9, column: 1, rule: 'no-stub', severity: 'error'});
    const {code, stdout} = await lint('--root', root, '--format', 'json');
    expect([code, JSON.parse(stdout)]).toEqual([1, [finding]]);
    expect(await lint('--root', root, '--format', 'json', 'docs/b.mdx')).toMatchObject({code: 0, stdout: '[]\n'});
  });

  it('reports on what changed only', async () => {
    const root = withStub();
    const git = (...args: string[]): Buffer =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], {cwd: root});
    git('init', '--quiet', '-b', 'main');
    git('add', '.');
    git('commit', '--quiet', '-m', 'start');
    expect(await lint('--root', root, '--changed', '--format', 'json')).toMatchObject({code: 0, stdout: '[]\n'});
    writeFileSync(join(root, 'docs/b.mdx'), readFileSync(join(root, 'docs/a.mdx')));
    const {stdout} = await lint('--root', root, '--changed', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual([expect.objectContaining({file: 'docs/b.mdx', rule: 'no-stub'})]);
  });

  it('lets through what the baseline says, and lowers it when it is asked to', async () => {
    const entry = '- rule: no-stub\n  file: docs/a.mdx\n  count: 3\n  reason: Later\n  expires: 2999-12-31\n';
    const root = withStub({'lint-baseline.yaml': entry});
    const {code, stdout} = await lint('--root', root, '--format', 'json');
    expect([code, JSON.parse(stdout)]).toEqual([0, [expect.objectContaining({rule: 'lint-baseline', severity: 'warning', line: 3})]]);
    expect(await lint('--root', root, '--format', 'json', '--prune')).toMatchObject({code: 0, stdout: '[]\n'});
    expect(readFileSync(join(root, 'lint-baseline.yaml'), 'utf8')).toBe(entry.replace('3', '1'));
  });

  it('ends quietly when nobody reads on, with the exit code of what it found', async () => {
    const root = withStub(Object.fromEntries(Array.from({length: 400}, (_, n) => [`docs/n${n}.mdx`, 'TODO\n'])));
    const child = spawn(process.execPath, ['src/lint/main.ts', '--root', root, '--format', 'sarif'], {stdio: ['ignore', 'pipe', 'pipe']});
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({code, stderr}).toEqual({code: 1, stderr: ''});
  });
});
