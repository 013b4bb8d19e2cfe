import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {UsageError} from '../../src/command/command-error.ts';
import {readWords} from '../../src/command/run-command.server.ts';
import {handbook} from '../support/sample.ts';

const commands = {
  new: 'src/scaffold/main.server.ts',
  coverage: 'src/runbook/coverage/main.server.ts',
  health: 'src/health/main.server.ts',
  evidence: 'src/runbook/evidence/main.server.ts',
  handover: 'src/handover/main.server.ts',
  policies: 'src/policies/main.server.ts',
  'access-log': 'src/access-log/main.server.ts',
  'slo-rules': 'src/slo-rules/main.server.ts',
  retro: 'src/retro/record/main.server.ts',
  synced: 'src/lint/synced/main.server.ts',
};

function run(name: keyof typeof commands, ...args: string[]): {status: number | null; stdout: string; stderr: string} {
  return spawnSync(process.execPath, [commands[name], ...args], {encoding: 'utf8'});
}

describe('every command', () => {
  it.each(Object.keys(commands) as (keyof typeof commands)[])('%s says how it is called, and refuses other words', (name) => {
    expect(run(name, '--help')).toMatchObject({status: 0, stderr: '', stdout: expect.stringContaining(`npm run ${name}`) as string});
    const {status, stdout, stderr} = run(name, '--no-such-word');
    expect({status, stdout}).toEqual({status: 2, stdout: ''});
    expect(stderr).toContain("Unknown option '--no-such-word'");
    expect(stderr).toContain(`npm run ${name}`);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('a command', () => {
  it('names a file that is not there', () => {
    expect(run('access-log', 'nope.log').stderr).toBe('access-log: nope.log: no such file or folder\n');
    expect(run('policies', 'nope.json').stderr).toBe('policies could not run: nope.json: no such file or folder\n');
  });

  it('writes out what a name would say to a terminal', () => {
    const {stderr} = run('access-log', 'no\u001B]0;pe\u0007.log');
    expect(stderr).toBe('access-log: no\\u{1b}]0;pe\\u{7}.log: no such file or folder\n');
  });

  it('is silent when nobody reads on', () => {
    const shell = `"${process.execPath}" ${commands.health} --format json | head -c 10`;
    expect(spawnSync('bash', ['-o', 'pipefail', '-c', shell], {encoding: 'utf8'})).toMatchObject({stderr: '', stdout: '{\n  "asOf"'});
  });

  it('asks for a log with at least one line that can be read', () => {
    const root = handbook({'my.log': 'GET / 200\n'});
    const {status, stdout, stderr} = run('access-log', `${root}/my.log`);
    expect({status, stdout}).toEqual({status: 2, stdout: ''});
    expect(stderr).toContain('my.log:1: found no JSON (GET / 200), expected one JSON object\n');
    expect(stderr).toContain('my.log: found no line that can be read');
  });

  it('says what of a plan is none', () => {
    const root = handbook({'plan.json': '{"format_version": 1}'});
    expect(run('policies', `${root}/plan.json`).stderr).toMatch(
      /plan\.json: found no plan, expected what terraform show -json writes\n {2}format_version: /,
    );
  });
});

describe('words', () => {
  it('are refused without what Node explains about them', () => {
    expect(() => readWords(['--x'], {options: {}})).toThrow(new UsageError("Unknown option '--x'"));
  });
});
