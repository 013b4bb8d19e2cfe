import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism, loadavg, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {count, sayFailures, sayMachine, table, total, type Part} from './support/count.ts';
import {readPlaywright, readVitest} from './support/results.ts';
import {setUp, SetupError} from './setup.ts';

/** What a pull request runs, in the order in which a failure is cheapest to learn of. The last line is `N passed, N failed, N skipped`. */
const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'handbook-tests-'));
const report = (name: string): string => join(folder, `${name}.json`);

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** Parts that count their own tests, and parts that are one check. */
const parts: readonly {
  readonly name: string;
  readonly args: readonly string[];
  readonly read?: (text: string) => Omit<Part, 'name' | 'seconds'>;
  readonly env?: Record<string, string>;
}[] = [
  {name: 'types', args: ['run', 'types']},
  {name: 'lint', args: ['run', 'lint']},
  {name: 'unit', args: ['run', 'unit', '--', '--reporter=dot', '--reporter=json', `--outputFile.json=${report('unit')}`], read: readVitest},
  {name: 'build', args: ['run', 'build']},
  {
    name: 'integration',
    args: ['run', 'integration', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${report('integration')}`],
    read: readVitest,
    // Enough for a fault that comes back. The suite alone tries 10,000, and the nightly run more.
    env: {PREFILL_VALUES: process.env['PREFILL_VALUES'] ?? '1500'},
  },
  {
    name: 'e2e',
    args: ['run', 'e2e', '--', '--reporter=list,json'],
    read: readPlaywright,
    env: {PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e')},
  },
];

process.exitCode = await main();

async function main(): Promise<number> {
  const done: Part[] = [];
  const [before = NaN] = loadavg();
  try {
    const started = performance.now();
    const env = setUp((line) => console.log(line));
    done.push({name: 'set-up', ...count({passed: 1}), seconds: since(started)});
    for (const part of parts) {
      console.log(`\n── ${part.name} ${'─'.repeat(Math.max(0, 60 - part.name.length))}`);
      done.push(await runPart(part, {...process.env, ...env, ...part.env}));
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    console.log(total([...done, {name: 'set-up', ...count({failures: [{name: 'set-up', message: error.message}]}), seconds: 0}]));
    return 2;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
  const machine = sayMachine({cores: availableParallelism(), before, after: loadavg()[0] ?? NaN});
  console.log(`\n${table(done)}${machine}\n${sayFailures(done)}\n${total(done)}`);
  return done.some(({failures}) => failures.length > 0) ? 1 : 0;
}

async function runPart({name, args, read}: (typeof parts)[number], env: NodeJS.ProcessEnv): Promise<Part> {
  const started = performance.now();
  const {code, output} = await npm(args, env);
  const seconds = since(started);
  if (read === undefined) {
    return {name, ...(code === 0 ? count({passed: 1}) : count({failures: [{name, message: output}]})), seconds};
  }
  const found = existsSync(report(name))
    ? read(readFileSync(report(name), 'utf8'))
    : count({failures: [{name: `${name} gave no report`, message: output}]});
  const ran = found.passed + found.failures.length;
  // A part that ran nothing, or that failed outside its tests, has not passed.
  if (ran === 0) return {name, ...found, failures: [{name: `${name} ran no test`, message: output}], seconds};
  if (code !== 0 && found.failures.length === 0)
    return {name, ...found, failures: [{name: `${name} ended with ${code}`, message: output}], seconds};
  return {name, ...found, seconds};
}

/** Runs a script of package.json; what it prints is shown as it comes and kept for the summary. */
async function npm(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const child = spawn('npm', ['--silent', ...args], {
    cwd: root,
    env: {...env, NO_COLOR: '1', FORCE_COLOR: undefined},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (chunk: string): void => {
    output += chunk;
    process.stdout.write(chunk);
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  const {promise, resolve: settle, reject} = Promise.withResolvers<number | null>();
  child.on('error', reject).on('close', settle);
  return {code: await promise, output};
}

function since(started: number): number {
  return (performance.now() - started) / 1000;
}
