import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';

function run(...args: string[]): {status: number | null; stdout: string; stderr: string} {
  return spawnSync(process.execPath, ['src/handover/main.server.ts', ...args], {encoding: 'utf8'});
}

describe('npm run handover', () => {
  it('writes the note of an owner in the language that was asked for', () => {
    const {status, stdout, stderr} = run('@support-lead', '--lang', 'ja');
    expect({status, stderr}).toEqual({status: 0, stderr: ''});
    expect(stdout).toMatch(/^# 引き継ぎメモ：@support-lead\n/);
  });

  it('names the owners that there are when it finds none of that name, and ends with 2', () => {
    const {status, stdout, stderr} = run('nobody');
    expect({status, stdout}).toEqual({status: 2, stdout: ''});
    expect(stderr).toMatch(/^handover: found the owner "nobody", expected one of @corp-it-desk, .*support\n$/);
  });

  it('says how it is used when it is used otherwise', () => {
    expect(run().stderr).toMatch(/^handover: found 0 owners, expected one\nnpm run handover -- OWNER \[--lang en\|ja\]/);
    expect(run('sre', '--lang', 'fr')).toMatchObject({status: 2, stderr: expect.stringContaining('found the language "fr"') as string});
  });
});
