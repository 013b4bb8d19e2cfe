import type {AlertsAnswer} from '../contract.ts';
import {steadyClock} from '../clock.ts';
import type {Live} from '../state.ts';
import {readAge, readAlerts, readLive, unknownLive} from '../wire.ts';
import {allAlerts, type Frame, type Passage} from './frame.ts';
import {watchSleep} from './sleep.ts';
import {joinTabs, type Tabs} from './tabs.ts';

/** No word for this long, two heartbeats and more, and nobody vouches for anything on the page: it says so within 10 s. */
const silenceMs = 8000;

interface Held {
  readonly live: Live;
  /** When this was said, and when it was last confirmed, by the clock of this page. */
  readonly saidAt: number;
  readonly confirmedAt: number;
}

/**
 * What this page knows of the world: one for each page, fed by the browser's one line to the gateway. It ages what it holds: a state that nobody
 * confirms turns unknown by itself, whatever the network does; and a page that slept holds nothing until it has asked anew.
 */
export class Feed {
  readonly #base: string;
  readonly #clock: () => number;
  readonly #held = new Map<string, Held>();
  readonly #watchers = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  #shown = new Map<string, Live>();
  #alerts: AlertsAnswer | undefined;
  #tabs: Tabs | undefined;
  /** Looks whether the page slept, and lets go of everything if it did. To be called before anything on the page moves with the time. */
  beat = (): boolean => false;
  #saying = false;
  #heardAt: number;
  #lost = false;

  /** `clock` has to count the time that the machine sleeps. */
  constructor(base: string, clock: () => number = steadyClock()) {
    this.#base = base;
    this.#clock = clock;
    this.#heardAt = clock();
  }

  /** Asks for an id until the returned function is called. */
  readonly watch = (id: string): (() => void) => {
    // A page that asked for nothing had nothing to hear.
    if (this.#watchers.size === 0) this.#heardAt = this.#clock();
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
    if (this.#tabs !== undefined) return;
    const clock = this.#clock;
    const tabs = joinTabs({base: this.#base, clock, take: (frame, passage) => this.#take(frame, passage)});
    this.#tabs = tabs;
    this.beat = watchSleep({
      clock,
      sleeps: () => {
        this.#withdrawAll();
        tabs.leave();
      },
      returns: () => {
        this.#withdrawAll();
        tabs.join();
      },
      slept: () => {
        this.#withdrawAll();
        tabs.refresh();
      },
    });
    setInterval(() => {
      if (this.beat()) return;
      tabs.tick();
      this.#settle();
    }, 1000);
  }

  /** Ids are gathered for a moment, so that a page with twenty words opens one stream, not twenty. */
  #say(): void {
    if (this.#saying) return;
    this.#saying = true;
    queueMicrotask(() => {
      this.#saying = false;
      // Nobody confirms what nobody asks for: when it is wanted again, it is asked for anew.
      for (const id of this.#held.keys()) if (!this.#watchers.has(id)) this.#held.delete(id);
      if (!this.#held.has(allAlerts)) this.#alerts = undefined;
      this.#settle();
      this.#tabs?.want([...this.#watchers.keys()]);
    });
  }

  #take(frame: Frame, {lateMs, asked}: Passage): void {
    // It may have waited for as long as the page slept.
    if (this.beat()) return;
    const at = this.#clock() - lateMs;
    this.#heardAt = Math.max(this.#heardAt, at);
    const isNews = (id: string): boolean => this.#watchers.has(id) && !(asked && at < (this.#held.get(id)?.saidAt ?? -Infinity));
    if (frame.kind === 'live' && isNews(frame.id)) this.#hold(frame.id, readLive(frame.live), at);
    if (frame.kind === 'missing' && isNews(frame.id)) this.#hold(frame.id, {...unknownLive('not-configured'), validForMs: Infinity}, at);
    if (frame.kind === 'alerts' && isNews(allAlerts)) {
      const {items, live} = readAlerts(frame.answer);
      this.#hold(allAlerts, live, at);
      this.#alerts = {items, live: this.#held.get(allAlerts)?.live ?? live};
    }
    if (frame.kind === 'ages') {
      for (const [id, said] of Object.entries(frame.ages)) {
        const held = this.#held.get(id);
        const age = readAge(said);
        if (held === undefined || at < held.confirmedAt || age === undefined) continue;
        // A state that rests on several things is as old as one of them and may become as old as another lets it: both change with every turn.
        this.#held.set(id, {...held, live: observedBy({...held.live, ...age}, lateMs), confirmedAt: at});
      }
    }
    this.#settle();
  }

  #hold(id: string, live: Live, at: number): void {
    this.#held.set(id, {live: observedBy(live, this.#clock() - at), saidAt: at, confirmedAt: at});
  }

  /** For good: a heartbeat does not bring back a state that may have changed while nobody listened. */
  #withdrawAll(): void {
    const at = this.#clock();
    for (const [id, {live, ...times}] of this.#held) this.#held.set(id, {...times, live: withdraw(live, 'stale')});
    // The server has its time to speak, unless it was lost already.
    if (!this.#lost) this.#heardAt = at;
    this.#settle();
  }

  #settle(): void {
    const at = this.#clock();
    const shown = new Map<string, Live>();
    const lost = at - this.#heardAt > silenceMs;
    this.#lost = lost;
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
function observedBy(live: Live, lateMs: number): Live {
  return {...live, observedAt: new Date(Date.now() - live.ageMs - lateMs).toISOString()};
}

/** Too old to be shown, by what the gateway said of it or because nobody has spoken of it for too long. */
function aged(held: Held | undefined, at: number): Live | undefined {
  if (held === undefined || held.live.state === 'unknown') return held?.live;
  const sinceMs = at - held.confirmedAt;
  return sinceMs > silenceMs || held.live.ageMs + sinceMs > held.live.validForMs ? withdraw(held.live, 'stale') : held.live;
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
