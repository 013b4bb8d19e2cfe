import type {LiveConfig, Reach} from './live-contract.ts';
import type {Slip} from './slip.ts';
import type {Read} from './source.ts';

/** Headers that belong to the connection, and those that carry a secret. */
const notOurs = new Set([
  'host',
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const secret = new Set(['authorization', 'cookie', 'proxy-authorization']);

interface Reached {
  readonly path: readonly PropertyKey[];
  readonly reach: Reach;
  /** Where its address stands below `path`, and the address. */
  readonly at: readonly PropertyKey[];
  readonly url: string | undefined;
}

/** Checks how each entry of `data/live.yaml` is reached: what would fail at each question, or carry a secret where it does not belong. */
export function joinReach({source, value}: Read<LiveConfig>, slips: Slip[]): void {
  for (const {path, reach, at, url} of reachedBy(value)) {
    const slip = (below: readonly PropertyKey[], found: string, expected: string, key = false): void => {
      slips.push({...source.place([...path, ...below], {key}), found, expected});
    };
    for (const name of Object.keys(reach.headers)) {
      const lower = name.toLowerCase();
      if (secret.has(lower)) slip(['headers', name], `the header ${name}`, 'tokenFrom or basicFrom: no secret stands in this file', true);
      if (notOurs.has(lower)) slip(['headers', name], `the header ${name}`, 'a header that does not steer the connection', true);
    }
    if (reach.tokenFrom !== undefined && reach.basicFrom !== undefined) slip(['basicFrom'], 'tokenFrom and basicFrom', 'one of them');
    const hasSecret = reach.tokenFrom !== undefined || reach.basicFrom !== undefined;
    if (hasSecret && url !== undefined && isOpen(url) && !reach.allowPrivate)
      slip(at, `a secret over ${url}`, 'https, or allowPrivate: true for a server in your own network');
  }
}

function reachedBy({sources, probes, queries, providers, oncall}: LiveConfig): Reached[] {
  return [
    // A source of plain http without allowPrivate has its slip already, with a secret or not.
    ...sources.map((reach, i) => ({path: ['sources', i], reach, at: ['url'], url: undefined})),
    ...probes.map((reach, i) => ({path: ['probes', i], reach, at: ['target'], url: reach.target})),
    ...queries.flatMap((reach, i) => ('json' in reach ? [{path: ['queries', i], reach, at: ['json', 'url'], url: reach.json.url}] : [])),
    ...providers.map((reach, i) => {
      const [key, url] = reach.kind === 'github-actions' ? ['api', reach.api] : ['url', reach.url];
      return {path: ['providers', i], reach, at: [key], url};
    }),
    ...oncall.map((reach, i) => ({path: ['oncall', i], reach, at: ['url'], url: reach.url})),
  ];
}

/** Whether whoever is on the way could read along. */
function isOpen(url: string): boolean {
  if (!/^http:/i.test(url)) return false;
  const {hostname} = new URL(url);
  return !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
