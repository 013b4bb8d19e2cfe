import type {IncomingMessage} from 'node:http';
import {allWell, incidentOf, incidents, type Situation} from './incidents.ts';
import {listen, type Listening} from './listen.server.ts';

/**
 * The switch over HTTP: `POST /incident/site-down` sets one off, `POST /incident/all-well` mends all, `GET /` shows which are going on. It
 * listens on loopback only, and does nothing for a page of another origin that happens to be open in the same browser.
 */
export async function startSwitch(situation: Situation): Promise<Listening> {
  const listening = await listen((request, response) => {
    const state = (): string => `${JSON.stringify({active: situation.active})}\n`;
    const say = (status: number, body: string, type = 'application/json'): void => {
      response.writeHead(status, {'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store'}).end(body);
    };
    const path = request.url ?? '/';
    if (!isOurs(request, listening.url)) return say(403, '{"error": "not from here"}\n');
    if (request.method === 'GET' && path === '/') return say(200, page(situation), 'text/html');
    if (request.method === 'GET' && path === '/incident') return say(200, state());
    const named = incidentOf(/^\/incident\/([a-z-]+)$/.exec(path)?.[1] ?? '');
    if (named === undefined) return say(404, `${JSON.stringify({expected: [...incidents, allWell].map(({id}) => `/incident/${id}`)})}\n`);
    if (request.method !== 'POST') return say(405, '{"expected": "POST"}\n');
    situation.set(named);
    if (request.headers.accept?.includes('text/html') === true) response.writeHead(303, {location: '/'}).end();
    else say(200, state());
  });
  return listening;
}

function isOurs({headers: {host = '', origin}}: IncomingMessage, url: string): boolean {
  const {port} = new URL(url);
  const ours = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port}`);
  return ours.includes(host) && (origin === undefined || ours.some((own) => origin === `http://${own}`));
}

function page(situation: Situation): string {
  const rows = [...incidents, {...allWell, title: 'All well again', watch: ''}].map(
    ({id, title, watch}) =>
      `<p><button formaction="/incident/${id}">${title}</button>${situation.active.some((one) => one === id) ? ' <b>now</b>' : ''}<br><small>${watch}</small></p>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Incidents</title><style>body{font:1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1rem}</style><h1>Incidents</h1><form method="post">${rows.join('')}</form></html>\n`;
}
