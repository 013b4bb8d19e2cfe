import {execFile} from 'node:child_process';
import {describe, expect, it} from 'vitest';

function setup(env: Readonly<Record<string, string>>): Promise<{code: number; stdout: string; stderr: string}> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['tests/setup.ts'], {env: {...process.env, ...env}}, (error, stdout, stderr) => {
      resolve({code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr});
    });
  });
}

describe('npm run setup', () => {
  it('says where each program is', async () => {
    const {code, stdout} = await setup({});
    expect(code).toBe(0);
    for (const variable of ['CHROMIUM_PATH', 'PROMETHEUS_BIN', 'PROMTOOL_BIN', 'ALERTMANAGER_BIN', 'AMTOOL_BIN']) {
      expect(stdout).toMatch(new RegExp(`^${variable}=/.+$`, 'm'));
    }
  });

  it('takes a program that a variable names', async () => {
    expect((await setup({PROMTOOL_BIN: process.execPath})).stdout).toContain(`PROMTOOL_BIN=${process.execPath}\n`);
  });

  it('exits with 2 and names the variable, when that program cannot be run', async () => {
    expect(await setup({PROMTOOL_BIN: '/no/such/promtool'})).toEqual({
      code: 2,
      stdout: '',
      stderr: 'PROMTOOL_BIN: found "/no/such/promtool", expected a program that can be run.\n',
    });
  });
});
