import {HocuspocusProviderWebsocket} from '@hocuspocus/provider';

/** A websocket that is opened anew whenever it ends, and that says when. */
export interface Socket {
  readonly provider: HocuspocusProviderWebsocket;
  /** When it is tried again, milliseconds since 1970; undefined while it is open or tried. */
  readonly retryAt: () => number | undefined;
  /** It works: the next interruption is waited out from the beginning. */
  readonly works: () => void;
  /** Tries now, when it waits. */
  readonly tryNow: () => void;
  /** Takes it for dead, whatever it says itself: a network that is gone does not close its sockets. */
  readonly drop: (reason: string) => void;
  readonly end: () => void;
}

/** How long nobody may answer. */
const patience = 15_000;
const [firstWait, longestWait] = [1000, 30_000];

/** `closed` hears the code and the reason of every end. */
export function openSocket({
  url,
  changed,
  closed,
  wait = 0,
}: {
  readonly url: string;
  readonly changed: () => void;
  readonly closed: (code: number, reason: string) => void;
  /** Before it is tried for the first time, milliseconds. */
  readonly wait?: number;
}): Socket {
  // The waiting is done here: Hocuspocus's own does not say how long it takes, and a socket that never opens ends it.
  const provider = new HocuspocusProviderWebsocket({url, autoConnect: false, maxAttempts: 1});
  let failures = 0;
  let retryAt: number | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;
  let hasEnded = false;

  const drop = (reason: string): void => void provider.webSocket?.dispatchEvent(new CloseEvent('close', {code: 4408, reason}));
  const attempt = (): void => {
    clearTimeout(retry);
    retryAt = undefined;
    watch = setTimeout(() => drop('no answer'), patience);
    void provider.connect();
    changed();
  };
  const waitFor = (time: number): void => {
    if (hasEnded) return;
    clearTimeout(watch);
    clearTimeout(retry);
    retryAt = Date.now() + time;
    retry = setTimeout(attempt, time);
    changed();
  };
  const failed = (): void => {
    // It would begin again by itself.
    provider.shouldConnect = false;
    waitFor(waitAfter(failures++, Math.random()));
  };
  provider.on('connect', () => {
    clearTimeout(watch);
    changed();
  });
  provider.on('disconnect', failed);
  // An address that no socket can be made of.
  provider.on('maxAttemptsFailed', () => {
    if (retryAt === undefined) failed();
  });
  provider.on('close', ({event}: {event: {code: number; reason: string}}) => closed(event.code, event.reason));
  if (wait > 0) waitFor(wait);
  else attempt();
  return {
    provider,
    retryAt: () => retryAt,
    works: () => (failures = 0),
    tryNow: () => {
      if (retryAt === undefined) return;
      failures = 0;
      attempt();
    },
    drop,
    end: () => {
      hasEnded = true;
      clearTimeout(retry);
      clearTimeout(watch);
      provider.destroy();
    },
  };
}

/** How long to wait after so many failures, milliseconds: a second, then twice as long each time; somewhere between half of it and all. */
export function waitAfter(failures: number, random: number): number {
  const most = Math.min(longestWait, firstWait * 2 ** failures);
  return Math.round(most / 2 + (most / 2) * random);
}
