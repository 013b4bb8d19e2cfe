import type {Findable} from '../../src/search/findable.ts';
import {findRunbooks, prepareFinder} from '../../src/search/finder.ts';
import {answerUnknown} from '../../src/search/unknown-alert.ts';
import type {Figures} from './main.ts';

const amount = 2000;
const rounds = 40;
const parts = 'Kube Pod Crash Node Disk Full Redis Memory Slow Api Latency Queue Backlog Job Stuck Cert Expiring Dns Lookup Mail'.split(
  ' ',
);
const symptoms = ['No space left on device', 'connection refused', 'exit code 137', '容量が足りない', 'ENOSPC', '再起動を繰り返す'];
/** What somebody types, from the first letter to a line out of a log. */
const queries = {
  letter: 'k',
  beginning: 'KubePod',
  words: 'pod crash',
  japanese: '容量',
  misspelt: 'KubePodCrashSlwo',
  nothing: 'xyzzy plugh',
  pasted: 'Warning: some line of a log in which there is nothing known, pod=web-1 namespace=prod node=node-7',
};

/** CPU of a key press in the finder with 2,000 runbooks, as the mean of 40 presses in milliseconds; `prepare` is paid once, on focus. */
export function benchSearch(): Figures {
  const runbooks = Array.from({length: amount}, (_, i): Findable => {
    const name = [1, 3, 7, 11].map((step) => parts[(i * step + Math.floor(i / parts.length)) % parts.length]).join('');
    return {
      slug: `runbooks/${i}`,
      title: `Runbook ${i} 手順`,
      alerts: [`${name}${i}`],
      aliases: i % 3 === 0 ? [`Old${name}${i}`] : [],
      symptoms,
      services: [{name: 'lending-api', title: '貸出API'}],
      urgency: 'page',
    };
  });
  const figures: Record<string, number> = {runbooks: amount};
  figures['prepare_ms'] = cpuMs(() => prepareFinder(runbooks));
  for (const [name, query] of Object.entries(queries)) {
    findRunbooks(runbooks, query);
    figures[`${name}_ms`] = cpuMs(() => {
      for (let round = 0; round < rounds; round++) findRunbooks(runbooks, query);
    }, rounds);
  }
  const directory = {runbooks, unwritten: [], tombstones: [], teams: [], repository: 'https://github.com/o/r'};
  figures['unknown_ms'] = cpuMs(() => answerUnknown({alertname: 'KubePodCrashSlwo'}, directory, 'en'));
  return figures;
}

function cpuMs(act: () => void, times = 1): number {
  const before = process.cpuUsage();
  act();
  const {user, system} = process.cpuUsage(before);
  return Math.round((user + system) / times / 10) / 100;
}
