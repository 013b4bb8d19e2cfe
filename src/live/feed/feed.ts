import {useEffect, useSyncExternalStore} from 'react';
import type {AlertsAnswer} from '../contract.ts';
import type {Live} from '../state.ts';
import {allAlerts, joinStream, type Frame} from './stream.ts';
import {readAlerts, readLive, unknownLive} from '../wire.ts';

/** No frame for this long, and nobody vouches for anything on the page. Three heartbeats. */
const silence = 15_000;

interface Held {
  readonly live: Live;
  /** When it arrived, by this tab's clock. */
  readonly at: number;
}

/**
 * What this page knows of the world: one for each page, fed by the browser's one stream. It ages what it holds: a state that nobody confirms
 * turns unknown by itself, whatever the network does.
 */
export class Feed {
  readonly #base: string;
  readonly #held = new Map<string, Held>();
  readonly #watchers = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  #shown = new Map<string, Live>();
  #alerts: AlertsAnswer | undefined;
  #want: ((ids: ReadonlySet<string>) => void) | undefined;
  #heard = now();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(base: string) {
    this.#base = base;
  }

  /** Asks for an id until the returned function is called. */
  readonly watch = (id: string): (() => void) => {
    this.#watchers.set(id, (this.#watchers.get(id) ?? 0) + 1);
    this.#start();
    this.#say();
    return () => {
      const left = (this.#watchers.get(id) ?? 1) - 1;
      if (left > 0) this.#watchers.set(id, left);
      else this.#watchers.delete(id);
      this.#say();
    };
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The state of an id as it can be vouched for now; undefined until the first answer. The same object until something changes. */
  readonly get = (id: string): Live | undefined => this.#shown.get(id);

  readonly alerts = (): AlertsAnswer | undefined => this.#alerts;

  #start(): void {
    if (this.#timer !== undefined) return;
    this.#heard = now();
    this.#timer = setInterval(() => this.#settle(), 1000);
    this.#want = joinStream(this.#base, (frame) => this.#take(frame));
  }

  /** Ids are gathered for a moment, so that a page with twenty words opens one stream, not twenty. */
  #say(): void {
    queueMicrotask(() => this.#want?.(new Set(this.#watchers.keys())));
  }

  #take(frame: Frame): void {
    this.#heard = now();
    if (frame.kind === 'live') this.#held.set(frame.id, {live: observedBy(readLive(frame.live)), at: this.#heard});
    if (frame.kind === 'missing')
      this.#held.set(frame.id, {live: {...unknownLive('not-configured'), validForMs: Infinity}, at: this.#heard});
    if (frame.kind === 'alerts') {
      const read = readAlerts(frame.answer);
      const answer = {items: read.items, live: observedBy(read.live)};
      this.#held.set(allAlerts, {live: answer.live, at: this.#heard});
      this.#alerts = answer;
    }
    if (frame.kind === 'ages') {
      for (const [id, ageMs] of Object.entries(frame.ages)) {
        const held = this.#held.get(id);
        if (held !== undefined) this.#held.set(id, {live: observedBy({...held.live, ageMs}), at: this.#heard});
      }
    }
    this.#settle();
  }

  #settle(): void {
    const at = now();
    const shown = new Map<string, Live>();
    const lost = at - this.#heard > silence;
    const ids = lost ? new Set([...this.#held.keys(), ...this.#watchers.keys()]) : this.#held.keys();
    for (const id of ids) {
      const held = this.#held.get(id);
      const before = this.#shown.get(id);
      const after = lost ? withdraw(held?.live, 'gateway-lost') : aged(held, at);
      if (after !== undefined) shown.set(id, before !== undefined && same(before, after) ? before : after);
    }
    this.#shown = shown;
    const live = shown.get(allAlerts);
    if (live !== undefined && live !== this.#alerts?.live) this.#alerts = {items: this.#alerts?.items ?? [], live};
    for (const listener of this.#listeners) listener();
  }
}

/** The time of an observation by the reader's own clock, which is the one beside it on the screen. */
function observedBy(live: Live): Live {
  return {...live, observedAt: new Date(Date.now() - live.ageMs).toISOString()};
}

function aged(held: Held | undefined, at: number): Live | undefined {
  if (held === undefined) return undefined;
  const ageMs = held.live.ageMs + (at - held.at);
  return held.live.state !== 'unknown' && ageMs > held.live.validForMs ? withdraw(held.live, 'stale') : held.live;
}

/** The colour goes, the memory of it stays. */
function withdraw(live: Live | undefined, reason: 'stale' | 'gateway-lost'): Live {
  if (live === undefined) return unknownLive(reason);
  const {observedAt, ageMs, validForMs, evidence} = live;
  const lastKnown = live.state === 'unknown' ? live.lastKnown : {state: live.state, value: live.value, observedAt};
  return {state: 'unknown', reason, observedAt, ageMs, validForMs, evidence, lastKnown};
}

function same(a: Live, b: Live): boolean {
  return a === b || JSON.stringify({...a, ageMs: 0}) === JSON.stringify({...b, ageMs: 0});
}

function now(): number {
  return performance.now();
}

let feed: Feed | undefined;

/** The page's feed. The gateway is on the page's own origin, beside the site and not below its base path. */
function pageFeed(): Feed {
  return (feed ??= new Feed('/_status/v1/'));
}

const nothing = (): undefined => undefined;
const never = (): (() => void) => () => {};

/** The live state of an id; undefined on the server and until the first answer. */
export function useLive(id: string): Live | undefined {
  useEffect(() => pageFeed().watch(id), [id]);
  return useSyncExternalStore(typeof window === 'undefined' ? never : pageFeed().subscribe, () => pageFeed().get(id), nothing);
}

/** Every alert that is firing; undefined on the server and until the first answer. */
export function useAlerts(): AlertsAnswer | undefined {
  useEffect(() => pageFeed().watch(allAlerts), []);
  return useSyncExternalStore(typeof window === 'undefined' ? never : pageFeed().subscribe, () => pageFeed().alerts(), nothing);
}

/** The time, once a second, for ages that count up; undefined on the server. */
export function useNow(): number | undefined {
  return useSyncExternalStore(everySecond, () => Math.floor(Date.now() / 1000) * 1000, nothing);
}

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1000);
  return () => clearInterval(timer);
}
