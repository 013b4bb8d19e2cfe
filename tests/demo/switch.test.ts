import {request} from 'node:http';
import {expect, it, onTestFinished} from 'vitest';
import {Situation} from '../../src/demo/incidents.ts';
import {startSwitch} from '../../src/demo/switch.server.ts';

async function started(): Promise<{situation: Situation; url: string}> {
  const situation = new Situation();
  const {url, end} = await startSwitch(situation);
  onTestFinished(end);
  return {situation, url};
}

it('sets an incident off, tells which are going on, and mends all', async () => {
  const {situation, url} = await started();
  const answer = await fetch(`${url}/incident/site-down`, {method: 'POST'});
  expect([answer.status, await answer.json()]).toEqual([200, {active: ['site-down']}]);
  expect(situation.active).toEqual(['site-down']);
  expect(await (await fetch(`${url}/incident`)).json()).toEqual({active: ['site-down']});
  await fetch(`${url}/incident/all-well`, {method: 'POST'});
  expect(situation.active).toEqual([]);
});

it('has a page with a button for each', async () => {
  const {url} = await started();
  expect(await (await fetch(url)).text()).toContain('<button formaction="/incident/scrape-breaks">');
  const pressed = await fetch(`${url}/incident/scrape-breaks`, {method: 'POST', headers: {accept: 'text/html'}, redirect: 'manual'});
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/']);
  expect(await (await fetch(url)).text()).toContain('<b>now</b>');
});

it.each([
  ['GET', '/incident/site-down', 405],
  ['POST', '/incident/no-such', 404],
  ['POST', '/', 404],
])('does nothing on %s %s', async (method, path, status) => {
  const {situation, url} = await started();
  expect((await fetch(url + path, {method})).status).toBe(status);
  expect(situation.active).toEqual([]);
});

it.each([{origin: 'https://elsewhere.example'}, {host: 'elsewhere.example'}, {origin: 'null'}])(
  'refuses the page of another origin: %j',
  async (headers) => {
    const {situation, url} = await started();
    const status = await new Promise((resolve, reject) => {
      request(`${url}/incident/site-down`, {method: 'POST', headers}, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
    expect(situation.active).toEqual([]);
  },
);
