/** Longer between two beats than this, and the page slept. A hidden page is given its timers rarely, and hears its frames all the same. */
const [shownGapMs, hiddenGapMs] = [5000, 12_000];

interface Options {
  /** A time that counts sleep too. */
  readonly clock: () => number;
  /** The page is about to be frozen or put away: it has to hold nothing. */
  readonly sleeps: () => void;
  /** The page lives again after it was put away. */
  readonly returns: () => void;
  /** The page has slept without a warning, as in a laptop that was closed. */
  readonly slept: () => void;
}

/**
 * Notices that this page does not run, or has not run: https://wicg.github.io/page-lifecycle/. What it holds may then be hours old, and so may
 * be what waits to be delivered to it.
 *
 * @returns the beat, to be called once a second and before each frame is taken. It says whether the page slept, after having called `slept`.
 */
export function watchSleep({clock, sleeps, returns, slept}: Options): () => boolean {
  let last = clock();
  const beat = (): boolean => {
    const gap = clock() - last;
    last += gap;
    if (gap <= (document.visibilityState === 'hidden' ? hiddenGapMs : shownGapMs)) return false;
    slept();
    return true;
  };
  document.addEventListener('visibilitychange', beat);
  document.addEventListener('freeze', sleeps);
  document.addEventListener('resume', returns);
  addEventListener('pagehide', sleeps);
  addEventListener('pageshow', ({persisted}) => {
    if (persisted) returns();
  });
  return beat;
}
