import {asker, partsOf} from './ask.ts';
import type {Frame, Take} from './frame.ts';
import {openLine} from './line.ts';

type Message =
  | {readonly kind: 'frame'; readonly frame: Frame; readonly tab: string; readonly leads: boolean; readonly sentAt: number}
  | {readonly kind: 'wants'; readonly tab: string; readonly ids: readonly string[]}
  | {readonly kind: 'who'};

/** A tab that hears nothing for this long, two heartbeats and a little, stands in for the one that should speak. */
const patienceMs = 6300;
/** A speaker who misses a heartbeat gives way to another: it may have stopped for that one's sake. */
const turnMs = 3500;
/** Without locks every tab is a stand-in, and waits only for somebody else's word. */
const shortPatienceMs = 500;
/** What another tab passed on longer ago than this was meant for a tab that was awake. */
const oldestMs = 5000;
const rollCallMs = 60_000;

interface Options {
  readonly base: string;
  readonly take: Take;
  readonly clock: () => number;
}

export interface Tabs {
  /** Says which ids this tab wants from now on. */
  readonly want: (ids: readonly string[]) => void;
  /** Begins anew with everything: what was passed on before counts no more. */
  readonly refresh: () => void;
  /** Takes part no longer, until `join`. A page that takes part cannot be put into the browser's cache. */
  readonly leave: () => void;
  readonly join: () => void;
  /** To be called once a second. */
  readonly tick: () => void;
}

/**
 * One line to the gateway for all tabs of a browser: a server sees one reader, however many pages are open, and HTTP/1.1's six connections stay
 * free. The tab that holds the lock keeps the line and passes its frames on; when it goes, the next tab takes over. A tab that is frozen keeps
 * its lock: then another stands in until it is heard again.
 */
export function joinTabs({base, take, clock}: Options): Tabs {
  const tab = Math.random().toString(36).slice(2);
  const name = `handbook-live ${base}`;
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  /** What the other tabs want, and who of them has been heard since the last roll call. */
  const wanted = new Map<string, readonly string[]>();
  const present = new Set<string>();
  const missing = new Set<string>();
  let mine: readonly string[] = [];
  let role: 'away' | 'joining' | 'follows' | 'stands in' | 'leads' = 'away';
  let channel: BroadcastChannel | undefined;
  let left = new AbortController();
  let asking = new AbortController();
  let lines: {readonly key: string; readonly close: () => void} | undefined;
  let patience = patienceMs;
  let [heardAt, leaderAt, calledAt] = [clock(), -Infinity, clock()];
  /** The tab whose frames this one takes. */
  let speaker: string | undefined;
  /** Whether this tab has heard everything that the speaker's line has said of its ids. Until then, "nothing has changed" means nothing here. */
  let isWhole = false;

  const tell = (message: Message): void => channel?.postMessage(message);
  const speaks = (): boolean => role === 'leads' || role === 'stands in';

  const pass: Take = (frame, passage) => {
    if (frame.kind === 'missing') missing.add(frame.id);
    tell({kind: 'frame', frame, tab, leads: role === 'leads', sentAt: Date.now() - passage.lateMs});
    take(frame, passage);
  };

  /** Opens, changes or closes the line, as the wishes of all tabs ask. */
  const connect = (): void => {
    const ids = speaks() ? [...new Set([mine, ...wanted.values()].flat())].filter((id) => !missing.has(id)).toSorted() : [];
    const key = ids.join(',');
    if (lines?.key === key) return;
    lines?.close();
    lines = undefined;
    if (ids.length === 0) return;
    const closes = partsOf(ids).map((part) => openLine({base, ids: part, take: pass}));
    lines = {key, close: () => closes.forEach((close) => close())};
  };

  /** Hears everything about this tab's own ids at once, whatever other tabs do. */
  const askNow = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const {signal} = asking;
    isWhole = false;
    const ids = mine.filter((id) => !missing.has(id));
    try {
      const unknown = await asker(base, take)(ids, signal);
      if (signal.aborted) return;
      for (const id of unknown) missing.add(id);
      if (unknown.length > 0) void askNow();
      else isWhole = true;
    } catch {
      if (signal.aborted) return;
      const timer = setTimeout(() => void askNow(), 2000 + Math.random() * 1000);
      signal.addEventListener('abort', () => clearTimeout(timer));
    }
  };

  const speak = (as: 'leads' | 'stands in'): void => {
    role = as;
    asking.abort();
    calledAt = clock();
    tell({kind: 'who'});
    connect();
  };
  const follow = (): void => {
    role = 'follows';
    heardAt = clock();
    speaker = undefined;
    connect();
    void askNow();
  };

  const hear = ({data}: MessageEvent<Message>): void => {
    if (data.kind === 'who') tell({kind: 'wants', tab, ids: mine});
    if (data.kind === 'wants') {
      present.add(data.tab);
      // An empty wish is a tab that says goodbye.
      if (data.ids.length === 0) wanted.delete(data.tab);
      else wanted.set(data.tab, data.ids);
      if (speaks()) connect();
    }
    if (data.kind === 'frame') overhear(data);
  };

  const overhear = ({frame, tab: from, leads, sentAt}: Extract<Message, {kind: 'frame'}>): void => {
    const now = clock();
    const lateMs = Math.max(0, Date.now() - sentAt);
    if (role === 'leads' || lateMs > oldestMs) return;
    if (role === 'stands in') {
      // One word may be all that a tab manages before it freezes again. Two stand-ins are one too many.
      const isBack = leads && now - leaderAt > 1000 && now - leaderAt < patienceMs;
      if (leads) leaderAt = now;
      if (!isBack && (leads || from > tab)) return;
      follow();
    }
    if (from !== speaker) {
      if (!leads && speaker !== undefined && now - heardAt < turnMs) return;
      // What the new speaker said before this tab listened, it does not say again.
      if (speaker !== undefined) void askNow();
      speaker = from;
    }
    if (leads) leaderAt = now;
    heardAt = now;
    take(frame.kind === 'ages' && !isWhole ? {kind: 'ages', ages: {}} : frame, {lateMs, asked: false});
  };

  const join = (): void => {
    if (role !== 'away') return;
    role = 'joining';
    left = new AbortController();
    const {signal} = left;
    const gone = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    wanted.clear();
    missing.clear();
    if (typeof BroadcastChannel !== 'undefined') {
      channel = new BroadcastChannel(name);
      channel.addEventListener('message', hear);
    }
    tell({kind: 'wants', tab, ids: mine});
    const lead = async (): Promise<void> => {
      if (signal.aborted) return;
      speak('leads');
      await gone;
    };
    if (channel === undefined) {
      speak('leads');
      return;
    }
    if (locks === undefined) {
      patience = shortPatienceMs;
      follow();
      return;
    }
    void locks
      .request(name, {ifAvailable: true}, async (lock) => {
        if (lock !== null) await lead();
        else if (!signal.aborted) {
          follow();
          locks.request(name, {signal}, lead).catch(() => {}); // Refused only when this tab leaves.
        }
      })
      // Such as in a frame that may not store anything.
      .catch(() => signal.aborted || speak('leads'));
  };

  const leave = (): void => {
    if (role === 'away') return;
    role = 'away';
    tell({kind: 'wants', tab, ids: []});
    asking.abort();
    left.abort();
    connect();
    channel?.close();
    channel = undefined;
  };

  join();
  return {
    want: (ids) => {
      mine = [...ids];
      tell({kind: 'wants', tab, ids: mine});
      const before = lines;
      if (speaks()) connect();
      // A line that is opened anew begins with everything; one that goes on does not.
      if (role === 'follows' || (speaks() && lines === before)) void askNow();
    },
    refresh: () => {
      tell({kind: 'wants', tab, ids: mine});
      lines?.close();
      lines = undefined;
      missing.clear();
      heardAt = clock();
      if (speaks()) connect();
      if (role === 'follows') void askNow();
    },
    leave,
    join,
    tick: () => {
      const now = clock();
      if (role === 'follows' && now - heardAt > patience + Math.random() * 0.2 * patience) {
        patience = patienceMs;
        speak('stands in');
      }
      if (!speaks() || now - calledAt < rollCallMs) return;
      // Tabs that the browser has thrown away do not say goodbye.
      for (const other of wanted.keys()) if (!present.has(other)) wanted.delete(other);
      present.clear();
      calledAt = now;
      tell({kind: 'who'});
      connect();
    },
  };
}
