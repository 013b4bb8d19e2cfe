import {Hono} from 'hono';
import {expect, it} from 'vitest';
import {problem} from '../../../src/http/problem.server.ts';
import {hookRoutes} from '../../../src/live/gateway/hook.server.ts';

function hook(token?: string) {
  let nudges = 0;
  const app = new Hono();
  app.onError((error, context) => problem(error, context, () => {}));
  app.route('/_hooks', hookRoutes({token, nudge: () => (nudges += 1)}));
  return async (init: RequestInit): Promise<[number, number]> => [(await app.request('/_hooks/alertmanager', init)).status, nudges];
}

it('makes the gateway look at once, and believes nothing that it says', async () => {
  const body = '{"alerts": "anything"}';
  expect(await hook('right')({method: 'POST', body, headers: {authorization: 'Bearer right'}})).toEqual([204, 1]);
});

it.each([{}, {authorization: 'Bearer wrong'}, {authorization: 'right'}, {authorization: 'Bearer rightright'}])(
  'refuses %j and does nothing',
  async (headers) => {
    expect(await hook('right')({method: 'POST', headers})).toEqual([401, 0]);
  },
);

it('is not there without a token, and takes POST only', async () => {
  expect(await hook()({method: 'POST', headers: {authorization: 'Bearer x'}})).toEqual([404, 0]);
  expect(await hook('right')({method: 'GET'})).toEqual([405, 0]);
});
