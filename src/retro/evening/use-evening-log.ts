import {useSyncExternalStore} from 'react';
import {eveningLog, type EveningView} from './evening-log.ts';

/** Undefined in the built page, which is the same for everybody. */
export function useEveningLog(): EveningView | undefined {
  return useSyncExternalStore(subscribe, read, inBuild);
}

const subscribe = (changed: () => void): (() => void) => eveningLog().subscribe(changed);
const read = (): EveningView => eveningLog().view();
const inBuild = (): undefined => undefined;
