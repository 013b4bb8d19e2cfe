import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {onTestFinished} from 'vitest';
import {parse} from 'yaml';
import * as z from 'zod';
import {agree} from '../../src/lint/synced/agree.server.ts';
import {ja} from './sample.ts';

const folder = 'tests/fixtures/lint';
const Where = z.union([z.object({file: z.string()}), z.object({both: z.string()})]);
const Change = z.union([
  z.strictObject({synced: z.literal(true)}),
  Where.and(
    z.union([z.object({find: z.string(), replace: z.string()}), z.object({text: z.string()}), z.object({remove: z.literal(true)})]),
  ),
]);
type Change = z.infer<typeof Change>;
const Case = z.strictObject({
  name: z.string(),
  change: z.array(Change).min(1),
  refused: z.array(z.string()).min(1),
  mended: z.array(Change).default([]),
});

interface LintCase extends z.infer<typeof Case> {
  readonly rule: string;
}

/** Every tree that lint must refuse, see tests/fixtures/lint/README.md. */
export function readLintCases(): LintCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) =>
      Case.array()
        .parse(parse(readFileSync(join(folder, name), 'utf8')))
        .map((one) => ({...one, rule: name.replace(/\.yaml$/, '')})),
    );
}

/** The sound handbook with these changes, in a folder of its own. It is gone when the test is over. */
export function changedTree(changes: readonly Change[]): string {
  const root = mkdtempSync(join(tmpdir(), 'handbook-'));
  onTestFinished(() => rmSync(root, {recursive: true, force: true}));
  cpSync(join(folder, 'base'), root, {recursive: true});
  for (const change of changes) {
    if ('synced' in change) agree(root, ['--all']);
    else
      for (const file of 'file' in change ? [change.file] : [change.both, change.both.replace(/^docs/, ja)])
        apply(join(root, file), change);
  }
  // Whatever a case is about, both languages agree in it unless it says since when they do not.
  if (!changes.some((change) => 'synced' in change) && existsSync(join(root, 'data/site.yaml'))) agree(root, ['--all']);
  return root;
}

function apply(path: string, change: Exclude<Change, {synced: true}>): void {
  if ('remove' in change) return rmSync(path);
  mkdirSync(dirname(path), {recursive: true});
  if ('text' in change) return writeFileSync(path, change.text);
  const parts = readFileSync(path, 'utf8').split(change.find);
  if (parts.length !== 2) throw new Error(`${path} has ${JSON.stringify(change.find)} ${parts.length - 1} times, expected once`);
  return writeFileSync(path, parts.join(change.replace));
}
