import {states, type Known, type Live, type Series, type State, type Unknown} from '../state.ts';
import type {Verdict} from './checks.ts';

/** As the verdict was, with its time by the gateway's clock. */
interface LastKnown {
  readonly state: Known['state'];
  readonly value: Known['value'];
  readonly observedAt: number;
}

/** A change of state, as a word: `ok`, `unknown no-series`. */
export interface Turn {
  readonly id: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface Entry {
  readonly verdict: Verdict;
  readonly version: number;
  readonly lastKnown: LastKnown | undefined;
}

/** The latest verdict on every id, what was known before it, and when it last changed for a reader. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  /** Ids that a reader may have been told are past their time, before they were judged anew. */
  readonly #expired = new Set<string>();
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
   * @returns whether a reader would notice anything, and which ids are in another state than before.
   */
  settle(verdicts: ReadonlyMap<string, Verdict>, touched: ReadonlySet<string>): {changed: boolean; turned: Turn[]} {
    const next = this.#version + 1;
    let changed = false;
    const turned: Turn[] = [];
    for (const [id, verdict] of verdicts) {
      const before = this.#entries.get(id);
      const wasExpired = this.#expired.delete(id);
      const news = before === undefined || wasExpired || touched.has(id) || essence(before.verdict) !== essence(verdict);
      this.#entries.set(id, {verdict, version: news ? next : before.version, lastKnown: remembered(before)});
      changed ||= news;
      const [from, to] = [wordOf(before?.verdict), wordOf(verdict)];
      if (from !== to) turned.push({id, from, to});
    }
    if (changed) this.#version = next;
    return {changed, turned};
  }

  /** How many ids are in each state now. */
  count(): Map<State, number> {
    const counts = new Map<State, number>(states.map((state) => [state, 0]));
    for (const {verdict} of this.#entries.values()) counts.set(verdict.state, (counts.get(verdict.state) ?? 0) + 1);
    return counts;
  }

  /** The state of an id, dated now; undefined for an id that was never settled. */
  live(id: string, now: number): Live | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    const {observedAt, ...rest} = entry.verdict;
    const ageMs = Math.max(0, Math.round(now - observedAt));
    const dated = {...rest, validForMs: Math.round(rest.validForMs), observedAt: dateOf(observedAt, now), ageMs};
    if (dated.state === 'unknown') return {...dated, lastKnown: told(entry.lastKnown, now)};
    if (dated.ageMs <= dated.validForMs) return dated;
    // Whatever kept it from being judged anew: past its time, a state is history. The same state comes as news then.
    this.#expired.add(id);
    const {state, value, ...expired} = dated;
    return {...expired, state: 'unknown', reason: 'stale', lastKnown: {state, value, observedAt: dated.observedAt}};
  }
}

function wordOf(verdict: Verdict | undefined): string | undefined {
  return verdict?.state === 'unknown' ? `unknown ${verdict.reason}` : verdict?.state;
}

function remembered(entry: Entry | undefined): Entry['lastKnown'] {
  if (entry === undefined || entry.verdict.state === 'unknown') return entry?.lastKnown;
  const {state, value, observedAt} = entry.verdict;
  return {state, value, observedAt};
}

/** The machine's time of a moment of the gateway's clock, of which only differences mean anything. */
function dateOf(at: number, now: number): string {
  return new Date(Date.now() - (now - at)).toISOString();
}

function told(lastKnown: LastKnown | undefined, now: number): Unknown['lastKnown'] {
  return lastKnown === undefined ? undefined : {...lastKnown, observedAt: dateOf(lastKnown.observedAt, now)};
}

/** The same figure a moment later is no news. */
function undated(series: Series | undefined): Series | undefined {
  return series && {...series, latestMs: undefined};
}

/** What a reader would notice. Ages, how old it may become and the exact wording of details go to the page with the next heartbeat or change. */
function essence(verdict: Verdict): string {
  const {state, evidence} = verdict;
  const value = 'value' in verdict ? {...verdict.value, latencyMs: undefined, series: undated(verdict.value.series)} : verdict.reason;
  return JSON.stringify([state, value, evidence.map(({check, ok}) => [check, ok])]);
}
