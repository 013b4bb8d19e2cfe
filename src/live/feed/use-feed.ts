import {useEffect, useSyncExternalStore} from 'react';
import type {AlertsAnswer} from '../contract.ts';
import type {Live} from '../state.ts';
import {Feed} from './feed.ts';
import {allAlerts} from './frame.ts';

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

const seconds = new Set<() => void>();
let second: ReturnType<typeof setInterval> | undefined;

/** One timer for all words of a page. */
function everySecond(listener: () => void): () => void {
  seconds.add(listener);
  second ??= setInterval(() => {
    // Otherwise the new time would be the first thing painted after a sleep, beside a colour from before it.
    feed?.beat();
    for (const each of seconds) each();
  }, 1000);
  return () => {
    seconds.delete(listener);
    if (seconds.size > 0) return;
    clearInterval(second);
    second = undefined;
  };
}
