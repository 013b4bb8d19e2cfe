import type {Language} from '../../catalog/contract.ts';
import {sayTime} from '../times.ts';

/** The short name of a zone at a moment, as it stands behind a time: `JST` · `GMT+1`. Without a zone, of the reader's own. */
export function sayZone(at: number, language: Language, zone?: string): string {
  const [time = ''] = sayTime(at, {language, zone, now: at, planned: true}).split(/[（(]/);
  return time.trim().split(' ').at(-1) ?? '';
}
