import type {Saved} from './board-store.ts';

/** Where everything that a tab has is kept, of its board and of the person's own document together. */
export function savedOf({
  life,
  isOnServer,
  isOnDevice,
}: {
  readonly life: 'alone' | 'shared';
  readonly isOnServer: boolean;
  readonly isOnDevice: boolean;
}): Saved {
  if (life === 'shared' && isOnServer) return 'server';
  return isOnDevice ? 'device' : 'nowhere';
}

/** Whether a reader who leaves now must be asked first. `isUnsent`: something was written that the server has not acknowledged. */
export function mustAsk({
  isAlone,
  isUnsent,
  saved,
}: {
  readonly isAlone: boolean;
  readonly isUnsent: boolean;
  readonly saved: Saved;
}): boolean {
  return isAlone ? saved === 'nowhere' : isUnsent && saved !== 'server';
}
