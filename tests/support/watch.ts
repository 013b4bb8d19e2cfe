import type {AlertsAnswer} from '../../src/live/contract.ts';
import type {Live} from '../../src/live/state.ts';
import type {Handbook} from './handbook.ts';

/** The list of all alerts, beside the ids. */
export const list = 'list';

/** What a handbook said of something. */
export interface Sample {
  /** Milliseconds by this process's clock that only goes forward, taken when the question was asked. */
  readonly at: number;
  /** `ok`, `firing`, … or `unknown: no-series`. */
  readonly says: string;
}

/** Asks a handbook again and again what it says, until it is told to stop. */
export interface Watch {
  readonly samples: ReadonlyMap<string, readonly Sample[]>;
  /** What it said last of an id. */
  readonly latest: (id: string) => string | undefined;
  readonly stop: () => Promise<void>;
}

export function watch(handbook: Handbook, ids: readonly string[], {everyMs = 100} = {}): Watch {
  const samples = new Map<string, Sample[]>([...ids, list].map((id) => [id, []]));
  const stopped = new AbortController();
  const look = async (): Promise<void> => {
    const at = performance.now();
    const [items, alerts] = await Promise.all([
      ask<{items: Record<string, Live>}>(`${handbook.url}/_status/v1/live?ids=${ids.map(encodeURIComponent).join(',')}`),
      ask<AlertsAnswer>(`${handbook.url}/_status/v1/alerts`),
    ]);
    for (const [id, live] of [...Object.entries(items.items), [list, alerts.live] as const]) samples.get(id)?.push({at, says: say(live)});
  };
  const looking = (async () => {
    for (let next = performance.now(); !stopped.signal.aborted; next = Math.max(next + everyMs, performance.now())) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
      // A connection that broke is a sample less, and no answer of the handbook.
      await look().catch(() => {});
    }
  })();
  return {
    samples,
    latest: (id) => samples.get(id)?.at(-1)?.says,
    stop: async () => {
      stopped.abort();
      await looking;
    },
  };
}

async function ask<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

function say(live: Live): string {
  return live.state === 'unknown' ? `unknown: ${live.reason}` : live.state;
}
