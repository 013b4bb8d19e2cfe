import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import type {Figures} from '../main.ts';
import {makePages, touch} from './pages.ts';
import {inFolder} from './tree.ts';

interface Cost {
  readonly cpu: number;
  readonly mb: number;
  readonly said: string;
}

const here = import.meta.dirname;
/** How `npm run lint` starts Node: a heap that grows by little, because what a page is read into is gone with the page. */
const flags = /"lint": "node (.*?) src/.exec(readFileSync('package.json', 'utf8'))?.[1]?.split(' ') ?? [];
const bin = (name: string): string => resolve('node_modules/.bin', name);

/**
 * What lint costs on 1,000 pages of both languages, beside two linters of other people on the same files, one after the other, in CPU seconds:
 * wall time on a shared machine says little.
 */
export async function measureSpeed(amount = 500): Promise<Figures> {
  return inFolder(async (root) => {
    const {pages, some} = makePages(root, amount);
    console.log(`\nspeed: ${pages} pages`);
    // Theirs, as they are without settings.
    writeFileSync(join(root, 'theirs.markdownlint-cli2.jsonc'), '{"config": {"default": true}}\n');
    const remark = [
      'remark-mdx',
      'remark-gfm',
      'remark-frontmatter',
      'remark-directive',
      'remark-preset-lint-consistent',
      'remark-preset-lint-recommended',
    ];
    const uses = remark.flatMap((name) => ['--use', resolve('node_modules', name, 'index.js')]);
    const runs: Readonly<Record<string, () => Cost>> = {
      lint: () => measure(root, process.execPath, [...flags, join(here, 'tree-once.ts'), root]),
      markdownlint_cli2: () =>
        measure(root, bin('markdownlint-cli2'), ['--config', 'theirs.markdownlint-cli2.jsonc', 'docs/**/*.{md,mdx}', 'i18n/**/*.{md,mdx}']),
      remark_cli: () => measure(root, bin('remark'), ['--no-config', '--no-stdout', '--ext', 'md,mdx', ...uses, 'docs', 'i18n']),
      changed: () => {
        git(root, 'init', '--quiet', '--initial-branch=main');
        git(root, 'add', '.');
        git(root, 'commit', '--quiet', '--message=Pages');
        touch(root, some);
        return measure(root, process.execPath, [...flags, resolve('src/lint/main.ts'), '--changed', '--root', root]);
      },
      // Last, since it takes as long as all others together.
      lint_with_textlint: () => measure(root, process.execPath, [...flags, join(here, 'tree-once.ts'), root, 'prose']),
    };
    const figures: Record<string, number> = {pages};
    for (const [name, run] of Object.entries(runs)) {
      const {cpu, mb, said} = run();
      console.log(`${name.padEnd(20)} ${cpu.toFixed(1)} CPU s, ${mb} MB: ${said}`);
      figures[`${name}_cpu_s`] = cpu;
      figures[`${name}_mb`] = mb;
    }
    console.log('bars: lint 25 CPU s and 500 MB, changed 3 CPU s');
    return figures;
  });
}

/** User and system time of a command with its children, from the kernel's own account of ended children, and the memory of its largest process. */
function measure(root: string, command: string, args: readonly string[]): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-usage-'));
  const file = join(folder, 'usage');
  writeFileSync(file, '');
  const before = childTicks();
  const env = {...process.env, BENCH_USAGE: file, NODE_OPTIONS: `--import=${join(here, 'usage.ts')}`};
  const {stdout, stderr} = spawnSync(command, args, {cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 28});
  const cpu = (childTicks() - before) / 100;
  const mb = Math.round(Math.max(0, ...readFileSync(file, 'utf8').trim().split('\n').map(Number)) / 1024);
  rmSync(folder, {recursive: true});
  const lines = `${stderr}\n${stdout}`.trim().split('\n');
  return {cpu, mb, said: (lines.findLast((line) => /\d/.test(line)) ?? '').slice(0, 200)};
}

function childTicks(): number {
  // Fields 16 and 17 of proc_pid_stat(5), counted after the name, which may hold spaces. A tick is 10 ms.
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[13]) + Number(fields[14]);
}

function git(root: string, ...args: string[]): void {
  const author = ['-c', 'user.name=bench', '-c', 'user.email=bench@handbook.example', '-c', 'commit.gpgsign=false'];
  const {status, stderr} = spawnSync('git', ['-C', root, ...author, ...args], {encoding: 'utf8'});
  if (status !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`);
}
