import {execFile} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {describe, expect, it, onTestFinished} from 'vitest';
import {languages, type Language} from '../../src/catalog/contract.ts';
import {lintTree} from '../../src/lint/lint-tree.server.ts';
import {copyRepository} from '../support/copy.ts';

const run = promisify(execFile);
// Forty seconds each: the scheduled run asks for it.
const built = process.env['ONE_LANGUAGE_BUILD'] === '1' ? languages : [];

/** This handbook as a team has it that writes in one language only; nothing is removed, only a setting changed. */
function handbookIn(language: Language): string {
  const {root, remove} = copyRepository();
  onTestFinished(remove);
  const site = join(root, 'data/site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^languages: .*$/m, `languages: [${language}]`));
  return root;
}

describe('a handbook in one language', () => {
  it.each(languages)('is sound in %s', async (language) => {
    const findings = await lintTree(handbookIn(language), {prose: false});
    expect(findings.filter(({severity}) => severity === 'error')).toEqual([]);
  });

  it.each(built)(
    'is built in %s at the root, with the addresses of its alerts',
    async (language) => {
      const root = handbookIn(language);
      await run('npm', ['run', 'build'], {cwd: root, maxBuffer: 1 << 26});
      expect(readFileSync(join(root, 'build/index.html'), 'utf8')).toMatch(new RegExp(`<html[^>]* lang="?${language}"?[ >]`));
      expect(readFileSync(join(root, `build/runbooks.${language}.html`), 'utf8')).toContain('KubePodCrashLooping');
    },
    300_000,
  );
});
