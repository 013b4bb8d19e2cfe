import {execFile} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {promisify} from 'node:util';
import {describe, expect, it} from 'vitest';

const run = promisify(execFile);
const promtool = process.env['PROMTOOL_BIN'] ?? 'promtool';
const files = (folder: string): string[] =>
  readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(({name}) => `${folder}/${name}`);

describe('data/alerts', () => {
  it('is what Prometheus reads', async () => {
    const {stdout} = await run(promtool, ['check', 'rules', ...files('data/alerts')]);
    expect(stdout).toContain('SUCCESS');
    expect(stdout).not.toContain('FAILED');
  });

  it.each(files('data/alerts/tests'))('fires as %s says', async (file) => {
    const {stdout} = await run(promtool, ['test', 'rules', file]);
    expect(stdout).toContain('SUCCESS');
  });

  it('has a test for every rule file', () => {
    expect(files('data/alerts/tests').map((file) => file.replace('/tests/', '/').replace('.test.', '.'))).toEqual(files('data/alerts'));
  });
});
