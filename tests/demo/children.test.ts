import {existsSync, readFileSync} from 'node:fs';
import {expect, it, onTestFinished} from 'vitest';
import {Children, type Child} from '../../src/demo/children.server.ts';
import {until} from '../support/processes.ts';

function children(): {children: Children; deaths: Child[]} {
  const deaths: Child[] = [];
  const started = new Children((child) => deaths.push(child));
  onTestFinished(() => started.end());
  return {children: started, deaths};
}

it('tells of a program that ends by itself, with what it said', async () => {
  const {children: started, deaths} = children();
  started.run('shell', 'sh', ['-c', 'echo farewell; exit 3']);
  const dead = await until('the death to be told', () => deaths[0]);
  await until('its last words', () => dead.said() !== '');
  expect([dead.name, dead.ended(), dead.said()]).toEqual(['shell', 3, 'farewell\n']);
});

it('tells of a program that cannot be started', async () => {
  const {children: started, deaths} = children();
  started.run('nothing', '/nowhere/nothing', []);
  expect((await until('the death to be told', () => deaths[0])).said()).toContain('ENOENT');
});

it('ends what a program has started with it, and a program that does not want to end', async () => {
  const {children: started, deaths} = children();
  const child = started.run('shell', 'sh', ['-c', 'trap "" TERM; sleep 60 & echo $!; sleep 60; sleep 60']);
  const grandchild = Number(await until('the number of the grandchild', () => child.said().trim()));
  await child.end();
  expect(deaths).toEqual([]);
  await until('the grandchild to be gone', () => !isRunning(grandchild));
});

it('starts nothing once all have been ended', async () => {
  const {children: started} = children();
  await started.end();
  expect(() => started.run('late', 'true', [])).toThrow('while the demo ends');
});

/** Whether a process is there and is more than an entry that nobody has collected yet. */
function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !readFileSync(stat, 'utf8').includes(') Z ');
}
