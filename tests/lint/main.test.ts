import {execFile} from 'node:child_process';
import {describe, expect, it} from 'vitest';

function lint(...args: string[]): Promise<{code: number; stdout: string; stderr: string}> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/lint/main.ts', ...args], (error, stdout, stderr) => {
      resolve({code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr});
    });
  });
}

describe('npm run lint', () => {
  it('exits with 2 and says how it is called, when a format does not exist', async () => {
    expect(await lint('--format', 'yaml')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        "lint could not run: unexpected format 'yaml', expected one of pretty, json\nnpm run lint -- [--format pretty|json] [--fix] [PATH…]\n",
    });
  });

  it('exits with 2 when a path does not exist', async () => {
    const {code, stderr} = await lint('docs/no-such-page.mdx');
    expect({code, stderr}).toMatchObject({code: 2, stderr: expect.stringContaining('no such file or folder: docs/no-such-page.mdx')});
  });
});
