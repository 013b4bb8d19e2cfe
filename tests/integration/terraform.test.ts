import {execFile, spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {checkPlan} from '../../src/policies/check-plan.ts';
import {Plan} from '../../src/policies/contract.ts';

const examples = 'examples/terraform';
const isThere = spawnSync('terraform', ['version']).status === 0;
/** Why these are skipped shows in the name. */
const reason = isThere ? '' : ' (skipped: terraform is not on the PATH)';
const pass = named('pass');
const fail = named('fail');
let root: string;

function named(folder: string): string[] {
  return readdirSync(`${examples}/fixtures/${folder}`)
    .filter((name) => name.endsWith('.tfvars.json'))
    .map((name) => basename(name, '.tfvars.json'));
}

interface Run {
  readonly code: number;
  readonly output: string;
}

/** Without a way to any registry: built-in resources need none. */
const env = {
  ...process.env,
  CHECKPOINT_DISABLE: '1',
  TF_IN_AUTOMATION: '1',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  https_proxy: 'http://127.0.0.1:9',
};

async function terraform(folder: string, ...args: string[]): Promise<Run> {
  const {promise, resolve} = Promise.withResolvers<Run>();
  execFile('terraform', [`-chdir=${join(root, folder)}`, ...args], {env, maxBuffer: 2 ** 26}, (error, stdout, stderr) => {
    resolve({code: error === null ? 0 : Number(error.code), output: stdout || stderr});
  });
  return promise;
}

/** What the policies read of a plan, without what changes from day to day. */
async function planOf(folder: string, fixture: string): Promise<string> {
  const plan = join(root, `${basename(fixture)}.plan`);
  const {code, output} = await terraform(
    folder,
    'plan',
    '-input=false',
    `-var-file=${join(root, 'fixtures', `${fixture}.tfvars.json`)}`,
    `-out=${plan}`,
  );
  if (code !== 0) throw new Error(output);
  const shown = JSON.parse((await terraform(folder, 'show', '-json', plan)).output) as Record<string, unknown>;
  const changes = shown['resource_changes'] as {
    readonly address: string;
    readonly mode: string;
    readonly type: string;
    readonly change: object;
  }[];
  const kept = changes.map(({address, mode, type, change}) => {
    const {actions, before, after, after_unknown} = change as Record<string, unknown>;
    return {address, mode, type, change: {actions, before, after, after_unknown}};
  });
  return `${JSON.stringify({format_version: shown['format_version'], resource_changes: kept}, null, 2)}\n`;
}

const idsIn = (text: string): string[] => [...new Set(text.match(/policy\/[a-z-]+/g))].toSorted();
const idsOf = (plan: string): string[] => {
  const {breaches} = checkPlan(Plan.parse(JSON.parse(plan)), {today: '2026-11-22'});
  return [...new Set(breaches.map(({policy}) => policy))].toSorted();
};

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'handbook-terraform-'));
  cpSync(examples, root, {recursive: true});
  if (isThere) await Promise.all(['.', 'by-hand'].map(async (folder) => terraform(folder, 'init', '-input=false')));
});
afterAll(() => rmSync(root, {recursive: true, force: true}));

describe.skipIf(!isThere)(`the Terraform module${reason}`, () => {
  it('passes its own tests, without a download', async () => {
    const {code, output} = await terraform('.', 'test', '-no-color');
    expect(output).toMatch(/Success! \d+ passed, 0 failed\./);
    expect(code).toBe(0);
    expect(existsSync(join(root, '.terraform/providers'))).toBe(false);
  });

  it('is written as terraform fmt writes it', async () => {
    expect((await terraform('.', 'fmt', '-recursive', '-check')).code).toBe(0);
  });

  it.each(pass)('makes a plan that the policies pass: %s', async (name) => {
    const plan = await planOf('.', `pass/${name}`);
    expect(idsOf(plan)).toEqual([]);
    await expect(plan).toMatchFileSnapshot(join(process.cwd(), examples, `fixtures/pass/${name}.plan.json`));
  });

  it.each(fail)('refuses by the same policies as the check of a plan made by hand: %s', async (name) => {
    const refused = await terraform('.', 'plan', '-input=false', '-json', `-var-file=${join(root, `fixtures/fail/${name}.tfvars.json`)}`);
    expect(refused.code).toBe(1);
    const plan = await planOf('by-hand', `fail/${name}`);
    expect(idsOf(plan)).toEqual(idsIn(refused.output));
    expect(idsOf(plan)).not.toEqual([]);
    await expect(plan).toMatchFileSnapshot(join(process.cwd(), examples, `fixtures/fail/${name}.plan.json`));
  });
});

it('has messages in the module for the policies only', () => {
  const ids = idsIn(readFileSync(`${examples}/variables.tf`, 'utf8'));
  expect(ids).toEqual(
    fail
      .filter((name) => name !== 'several')
      .map((name) => `policy/${name}`)
      .toSorted(),
  );
});
