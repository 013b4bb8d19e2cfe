import {once} from 'node:events';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {createGate} from '../../src/http/auth/gate.server.ts';
import type {Gateway} from '../../src/live/gateway/gateway.server.ts';
import {laneNames} from '../../src/runbook/lane/names.ts';
import {createApp} from '../../src/server/app.server.ts';
import {builtSite} from '../../src/server/site.server.ts';

const files: Readonly<Record<string, string>> = {
  '.seal.json': JSON.stringify({baseUrl: '/', inlineScripts: []}),
  '404.html': 'nothing here',
  'ja/404.html': 'ここには何もありません',
  'r/index.html': 'which alert?',
  'r/index.json': '{}',
  'ja/r/index.html': 'どのアラート？',
  'r/PodCrash/index.html': 'lane',
  'ja/r/PodCrash/index.html': 'レーン',
};

async function serve(): Promise<(path: string) => Promise<[number, string]>> {
  const folder = mkdtempSync(join(tmpdir(), 'lanes-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  const prefixes = ['/ja', ''];
  const app = createApp({
    gate: createGate({HANDBOOK_AUTH: 'none'}),
    gateway: {waitingFor: () => undefined, onChange: () => () => {}, stopped: new AbortController().signal} as Partial<Gateway> as Gateway,
    site: builtSite(folder, {prefixes, shared: true}),
    lookup: () => 'runbooks/pods',
    lanes: laneNames([{slug: 'runbooks/pods', frontMatter: {alerts: ['PodCrash'], aliases: ['OldCrash']}}]),
    prefixes,
    log: () => {},
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return async (path) => {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {redirect: 'manual'});
    return [answer.status, await answer.text()];
  };
}

describe('the permanent address of an alert in a built site', () => {
  it.each([
    ['/r/PodCrash?namespace=prod', 200, 'lane'],
    ['/r/podCRASH/', 200, 'lane'],
    ['/r/oldcrash', 200, 'lane'],
    ['/ja/r/PODCRASH', 200, 'レーン'],
    ['/ja/r/?alertname=podcrash&namespace=prod', 200, 'レーン'],
    ['/r/', 200, 'which alert?'],
    ['/r/index.json', 200, '{}'],
    ['/r/Nope', 404, 'which alert?'],
    ['/ja/r/?alertname=Nope', 404, 'どのアラート？'],
    ['/r/?alertname=..%2F..%2F.seal.json', 404, 'which alert?'],
    ['/r/..%2F.seal.json', 404, 'which alert?'],
    ['/nope', 404, 'nothing here'],
  ])('%s is answered with %i', async (path, status, body) => {
    const ask = await serve();
    expect(await ask(path)).toEqual([status, body]);
  });
});
