import type {Known, Live} from '../state.ts';
import type {Verdict} from './truth.ts';

interface Entry {
  readonly verdict: Verdict;
  readonly version: number;
  readonly lastKnown: {readonly state: Known['state']; readonly value: Known['value']; readonly observedAt: string} | undefined;
}

/** The latest verdict on every id, what was known before it, and when it last changed for a reader. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  #version = 0;

  /** Counts up with every settlement that changed something. */
  get version(): number {
    return this.#version;
  }

  /** The version in which an id last changed. */
  changedAt(id: string): number {
    return this.#entries.get(id)?.version ?? 0;
  }

  /**
   * Takes new verdicts. `touched` are ids that changed although their verdict did not.
   * @returns whether a reader would notice anything.
   */
  settle(verdicts: ReadonlyMap<string, Verdict>, touched: ReadonlySet<string>): boolean {
    const next = this.#version + 1;
    let changed = false;
    for (const [id, verdict] of verdicts) {
      const before = this.#entries.get(id);
      const news = before === undefined || touched.has(id) || essence(before.verdict) !== essence(verdict);
      this.#entries.set(id, {verdict, version: news ? next : before.version, lastKnown: remembered(before)});
      changed ||= news;
    }
    if (changed) this.#version = next;
    return changed;
  }

  /** The state of an id, dated now; undefined for an id that was never settled. */
  live(id: string, now: number): Live | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    const {observedAt, ...rest} = entry.verdict;
    const dated = {...rest, observedAt: new Date(observedAt).toISOString(), ageMs: Math.max(0, now - observedAt)};
    if (dated.state === 'unknown') return {...dated, lastKnown: entry.lastKnown};
    if (dated.ageMs <= dated.validForMs) return dated;
    // Whatever kept it from being judged anew: past its time, a state is history.
    const {state, value, ...expired} = dated;
    return {...expired, state: 'unknown', reason: 'stale', lastKnown: {state, value, observedAt: dated.observedAt}};
  }
}

function remembered(entry: Entry | undefined): Entry['lastKnown'] {
  if (entry === undefined || entry.verdict.state === 'unknown') return entry?.lastKnown;
  const {state, value, observedAt} = entry.verdict;
  return {state, value, observedAt: new Date(observedAt).toISOString()};
}

/** What a reader would notice. Ages and the exact wording of details go to the page with the next heartbeat or change. */
function essence(verdict: Verdict): string {
  const {state, evidence} = verdict;
  const value = 'value' in verdict ? {...verdict.value, latencyMs: undefined} : verdict.reason;
  return JSON.stringify([state, value, evidence.map(({check, ok}) => [check, ok])]);
}
