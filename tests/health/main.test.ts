import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {readSite} from '../../src/catalog/read-catalog.server.ts';
import {healthMarkdown} from '../../src/health/markdown.ts';
import {readHealth} from '../../src/health/read-health.server.ts';
import {handbook} from '../support/sample.ts';

function health(...args: string[]): {status: number | null; stdout: string; stderr: string} {
  return spawnSync(process.execPath, ['src/health/main.server.ts', ...args], {encoding: 'utf8'});
}

describe('npm run health', () => {
  it('prints the same figures as JSON and as Markdown', () => {
    const {status, stdout} = health('--format', 'json');
    expect(status).toBe(0);
    const report: unknown = JSON.parse(stdout);
    expect(report).toEqual(JSON.parse(JSON.stringify(readHealth('.'))));
    const {url} = readSite('.');
    const ja = {language: 'ja', site: `${url}/ja`} as const;
    expect(health('--lang', 'ja').stdout).toBe(healthMarkdown(readHealth('.'), ja));
    expect(health('--lang', 'ja', '--services').stdout).toBe(healthMarkdown(readHealth('.'), {...ja, withServices: true}));
  });

  it('names the slips of broken data, and could not run', () => {
    const root = handbook({'data/registers/cost.yaml': 'entries:\n  - id: shop\n    service: shop\n'});
    const {status, stdout, stderr} = health('--root', root);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/health could not run: [^]*data\/registers\/cost\.yaml:2:\d+ found unit: nothing/);
  });

  it('refuses words that it does not know', () => {
    expect(health('--format', 'yaml')).toMatchObject({status: 2, stderr: expect.stringContaining("unexpected format 'yaml'")});
    expect(health('--lang', 'fr')).toMatchObject({status: 2, stderr: expect.stringContaining('expected en or ja')});
  });
});
