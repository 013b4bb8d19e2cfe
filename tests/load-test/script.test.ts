import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {OpenSlo} from '../../src/catalog/contract.ts';

/** k6 itself is not run here: the script is read as the module that it is, with stand-ins for what k6 gives. */
interface Script {
  readonly options: {
    readonly scenarios: Readonly<
      Record<string, {readonly executor: string; readonly stages: readonly {readonly duration: string; readonly target: number}[]}>
    >;
    readonly thresholds: Readonly<Record<string, readonly (string | {readonly threshold: string; readonly abortOnFail: boolean})[]>>;
  };
  readonly setup: () => {readonly base: string};
  readonly default: (data: {readonly base: string}) => void;
}

const source = readFileSync('examples/load-test/reserve.js', 'utf8');
const asUrl = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;

async function load(env: Readonly<Record<string, string>>): Promise<{script: Script; asked: string[]}> {
  const asked: string[] = [];
  const given = globalThis as unknown as Record<string, unknown>;
  given['__ENV'] = env;
  given['asked'] = asked;
  const http =
    asUrl(`const ask = (method) => (url, body) => { asked.push(method + ' ' + url); return {status: method === 'GET' ? 200 : 201}; };
    export default {get: ask('GET'), post: ask('POST')};`);
  const k6 = asUrl(`export const sleep = () => {}; export const check = (of, tests) => {
    for (const [name, test] of Object.entries(tests)) if (!test(of)) throw new Error(name); };`);
  const text = source.replace("from 'k6/http'", `from ${JSON.stringify(http)}`).replace("from 'k6'", `from ${JSON.stringify(k6)}`);
  return {script: (await import(/* @vite-ignore */ asUrl(`${text}\n//${Math.random()}`))) as Script, asked};
}

describe('the k6 script', () => {
  it('asks for no more failures than the SLO allows', async () => {
    const {script} = await load({});
    const slo = OpenSlo.parse(parse(readFileSync('data/slos/lending-api.yaml', 'utf8')));
    const budget = Number((1 - (slo.spec.objectives[0]?.target ?? 0)).toPrecision(6));
    expect(script.options.thresholds['http_req_failed']?.[0]).toMatchObject({threshold: `rate<${budget}`, abortOnFail: true});
  });

  it('climbs to the evening peak, stays, and comes down', async () => {
    const {script} = await load({});
    const {executor, stages} = script.options.scenarios['evening'] ?? {stages: []};
    expect(executor).toBe('ramping-arrival-rate');
    expect(stages.map(({target}) => target)).toEqual([250, 250, 0]);
  });

  it('has a limit for every step that it names', async () => {
    const {script} = await load({});
    const steps = [...source.matchAll(/step: '(\w+)'/g)].map(([, step]) => `http_req_duration{step:${step}}`);
    expect(Object.keys(script.options.thresholds)).toEqual(expect.arrayContaining(steps));
  });

  it.each(['', 'https://share.reiji.example', 'http://load.share.reiji.example', 'https://load.share.reiji.example/x'])(
    'refuses to run against %j',
    async (BASE_URL) => {
      const {script} = await load({BASE_URL});
      expect(() => script.setup()).toThrow('expected https://load.');
    },
  );

  it('searches, and reserves in one visit of five', async () => {
    const {script, asked} = await load({BASE_URL: 'https://load.share.reiji.example'});
    const data = script.setup();
    for (let i = 0; i < 300; i++) script.default(data);
    const made = asked.filter((one) => one === 'POST https://load.share.reiji.example/reservations').length;
    expect(asked.filter((one) => one.startsWith('GET https://load.share.reiji.example/search?q='))).toHaveLength(300);
    expect(made).toBeGreaterThan(20);
    expect(made).toBeLessThan(120);
  });
});
