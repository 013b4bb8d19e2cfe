import {expect, it} from 'vitest';
import {createLog} from '../../src/http/log.server.ts';

function logged(env: Record<string, string>, write: (log: ReturnType<typeof createLog>) => void, secrets: string[] = []): string {
  let lines = '';
  write(createLog({env, secrets, to: {write: (line: string) => void (lines += line)}}));
  return lines;
}

it('writes one JSON object a line, with the time in milliseconds', () => {
  const line: unknown = JSON.parse(logged({}, (log) => log.info({id: 'alert:Down'}, 'state changed')));
  expect(line).toMatchObject({id: 'alert:Down', msg: 'state changed'});
  expect(Math.abs((line as {time: number}).time - Date.now())).toBeLessThan(5000);
});

it('writes no secret of the environment, wherever it turns up', () => {
  const env = {HANDBOOK_HOOK_TOKEN: 'hush-hush', CALENDAR: 'https://c.example/private-abc', PLAIN: 'visible'};
  const lines = logged(
    env,
    (log) => {
      log.warn({detail: 'found hush-hush and visible', err: new Error('at https://c.example/private-abc?x')}, 'hush-hush');
      log.warn({basic: Buffer.from('hush-hush').toString('base64')}, 'x');
      log.warn({request: {authorization: 'Bearer other'}}, 'x');
      log.warn({url: 'https://user:pass@p.example/'}, 'x');
    },
    ['CALENDAR'],
  );
  for (const secret of ['hush-hush', 'private-abc', Buffer.from('hush-hush').toString('base64'), 'Bearer other', 'user:pass'])
    expect(lines).not.toContain(secret);
  expect(lines).toContain('visible');
});
