import {spawnSync} from 'node:child_process';
import {setUp} from './setup.ts';

const seed = String(Date.now() % 2 ** 31);
console.log(`nightly: FUZZ_SEED=${seed}`);

/** What takes too long for a pull request: the same tests, with more values and more crashes. The scheduled workflow runs it. */
const suites: readonly {readonly args: readonly string[]; readonly env: Readonly<Record<string, string>>}[] = [
  {args: ['run', 'unit'], env: {FUZZ_SEED: seed}},
  {args: ['run', 'build'], env: {}},
  {args: ['run', 'integration', '--', 'tests/integration/prefill.test.ts'], env: {PREFILL_VALUES: '50000', PREFILL_SEED: seed}},
  {args: ['run', 'bench', '--', 'board'], env: {}},
  {args: ['run', 'unit', '--', 'tests/retro/board/random-edits.test.ts'], env: {RANDOM_EDITS: '1000', RANDOM_EDITS_SEED: seed}},
  {args: ['run', 'e2e', '--', 'timeline'], env: {TIMELINE_KILLS: '40'}},
  {args: ['run', 'integration', '--', 'tests/integration/one-language.test.ts'], env: {ONE_LANGUAGE_BUILD: '1'}},
];

const env = {...process.env, ...setUp((line) => console.log(line))};
const failed = suites.filter(({args, env: more}) => spawnSync('npm', args, {stdio: 'inherit', env: {...env, ...more}}).status !== 0);
for (const {args} of failed) console.error(`nightly: failed: npm ${args.join(' ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
