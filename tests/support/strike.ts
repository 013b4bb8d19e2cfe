import {faults, type FaultId, type Naive, type Outcome, type Said} from './fault-table.ts';
import type {Handbook} from './handbook.ts';
import type {Monitoring} from './monitoring.ts';
import {until} from './processes.ts';
import {list, watch, type Sample, type Watch} from './watch.ts';

/** What is looked at in every fault, on a real Prometheus with the rules of this repository. */
const fires = 'alert:BlackboxProbeFailed';
const quiet = ['alert:KubePersistentVolumeFillingUp', 'alert:KubePodCrashLooping'] as const;
/** Figures that come from the same Prometheus. */
const figures = ['slo:lending-api-availability', 'query:requests:lending-api', 'query:lending-errors'] as const;
/** These stand on the alert that fires: none may be green for a moment. */
const neverGreen = [fires, 'service:web-front', list];

/** Something that breaks, once, and is mended again. One strike may be several faults, each seen by a handbook of its own. */
export interface Strike<W> {
  readonly faults: Readonly<Partial<Record<FaultId, (world: W) => Handbook>>>;
  readonly strike: (world: W) => Promise<unknown> | void;
  readonly mend?: (world: W) => Promise<unknown> | void;
  /** What is left to clean up once all is right again. */
  readonly after?: (world: W) => void;
  /** Milliseconds for which it stays broken: beyond the ten seconds after which no green may be left. */
  readonly holdMs?: number;
}

export interface Seen {
  readonly outcome: Outcome;
  readonly naive: Naive;
  /** Every state that was seen of each thing in turn, for the message of a test that fails. */
  readonly trail: string;
  /** What stood there at the end of the fault instead of what must. */
  readonly wrong: readonly string[];
}

const limitMs = 10_000;

/** Breaks it, looks on, mends it, and looks on until all is right again. */
export async function runStrike<W extends {readonly monitoring: Monitoring}>(
  world: W,
  {faults: hits, strike, mend, after, holdMs = 11_000}: Strike<W>,
): Promise<ReadonlyMap<FaultId, Seen>> {
  const watches = new Map<FaultId, Watch>();
  for (const [id, handbook] of Object.entries(hits))
    watches.set(id as FaultId, watch(handbook(world), [fires, 'service:web-front', ...quiet, ...figures]));
  const allRight = async (): Promise<void> => {
    try {
      await until('all to be right', () => [...watches.values()].every(isRight));
    } catch (error) {
      const trails = [...watches].map(([id, seen]) => `${id}: ${trail(seen, performance.now())}`);
      throw new Error(`${String(error)}; ${trails.join('\n')}`, {cause: error});
    }
  };
  try {
    await allRight();
    const struckAt = performance.now();
    await strike(world);
    await sleep(struckAt + holdMs - performance.now());
    const naive = await naivePage(world.monitoring);
    const mendedAt = performance.now();
    await mend?.(world);
    await allRight();
    after?.(world);
    return new Map([...watches].map(([id, seen]) => [id, {...judge(id, seen, {struckAt, mendedAt, isMended: mend !== undefined}), naive}]));
  } finally {
    await Promise.all([...watches.values()].map((seen) => seen.stop()));
  }
}

function isRight(seen: Watch): boolean {
  return [fires, list].every((id) => seen.latest(id) === 'firing') && [...quiet, ...figures].every((id) => seen.latest(id) === 'ok');
}

function judge(
  id: FaultId,
  seen: Watch,
  {struckAt, mendedAt, isMended}: {readonly struckAt: number; readonly mendedAt: number; readonly isMended: boolean},
): Omit<Seen, 'naive'> {
  const expected = new Map<string, Said>([
    [fires, faults[id].fired],
    ...quiet.map((one) => [one, faults[id].quiet] as const),
    ...figures.map((one) => [one, faults[id].figures] as const),
  ]);
  const of = (thing: string): readonly Sample[] => seen.samples.get(thing) ?? [];
  const broken = (thing: string): readonly Sample[] => of(thing).filter(({at}) => at >= struckAt && at < mendedAt);
  const wrong = [...expected].flatMap(([thing, says]) => {
    const last = broken(thing).at(-1)?.says;
    return last === says ? [] : [`${thing} says ${last}, expected ${says}`];
  });

  const early = neverGreen.flatMap((thing) => of(thing).filter(({says}) => says === 'ok'));
  const late = [...quiet, ...figures]
    .filter((thing) => expected.get(thing) !== 'ok')
    .flatMap((thing) => {
      const first = broken(thing).find(({says}) => says === expected.get(thing))?.at ?? Infinity;
      // Green is wrong once it is late, and once the fault was told: what flickers is believed.
      return broken(thing).filter(({at, says}) => says === 'ok' && at > Math.min(struckAt + limitMs, first));
    });
  return {
    outcome: {
      shownMs: since(
        struckAt,
        [...expected].map(([thing, says]) => settled(broken(thing), says)),
      ),
      samples: [...seen.samples.keys()].reduce((sum, thing) => sum + of(thing).filter(({at}) => at >= struckAt).length, 0),
      falseGreens: early.length + late.length,
      rightMs: isMended
        ? since(
            mendedAt,
            [...expected.keys()].map((thing) =>
              settled(
                of(thing).filter(({at}) => at >= mendedAt),
                thing === fires ? 'firing' : 'ok',
              ),
            ),
          )
        : undefined,
    },
    trail: trail(seen, struckAt),
    wrong,
  };
}

/** When it came to say this for good; undefined when it did throughout. */
function settled(samples: readonly Sample[], says: Said): number | undefined {
  const last = samples.findLastIndex((sample) => sample.says !== says);
  return last === -1 ? undefined : (samples[last + 1]?.at ?? Infinity);
}

function since(start: number, times: readonly (number | undefined)[]): number | undefined {
  const some = times.filter((time) => time !== undefined);
  return some.length === 0 ? undefined : Math.max(...some) - start;
}

function trail(seen: Watch, zero: number): string {
  return [...seen.samples]
    .map(([thing, samples]) => {
      const changes = samples.filter(({says}, n) => says !== samples[n - 1]?.says);
      return `${thing}: ${changes.map(({at, says}) => `${says} at ${((at - zero) / 1000).toFixed(1)} s`).join(', ')}`;
    })
    .join('; ');
}

/** What a page shows that asks Alertmanager for the alert, and draws green when there is none. */
async function naivePage({alertmanagerUrl}: Monitoring): Promise<Naive> {
  const name = fires.replace('alert:', '');
  try {
    const response = await fetch(`${alertmanagerUrl}/api/v2/alerts?filter=alertname%3D${name}`, {signal: AbortSignal.timeout(3000)});
    return ((await response.json()) as unknown[]).length === 0 ? 'green' : 'red';
  } catch {
    return 'no answer';
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
