import type {Place} from './contract.ts';
import {promqlPlaces} from './promql-places.ts';
import {shellFaults} from './shell-faults.ts';
import {shellPlaces} from './shell-places.ts';
import {sqlPlaces} from './sql-places.ts';
import {urlPlaces} from './url-places.ts';
import {untouched, type Found} from './found.ts';

/** A mistake in a fence. Line and column count from 1 within it. */
export interface PlaceSlip {
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

interface Options {
  readonly lang: string;
  /** Names of the parameters that the page declares. Any other `$NAME` is left alone. */
  readonly params: readonly string[];
}

const languages: ReadonlyMap<string, (text: string, params: readonly string[]) => Found> = new Map([
  ...['bash', 'sh', 'shell', 'console', 'shell-session', 'zsh', 'dash'].map((lang) => [lang, shell] as const),
  ['promql', promqlPlaces],
  ['sql', sqlPlaces],
  ['url', urlPlaces],
]);

/** Whether a fence of this language holds something to copy and to fill. */
export function isCommand(lang: string): boolean {
  return languages.has(lang.toLowerCase());
}

/** Whether it may have been pasted from a terminal, with prompts. */
export function isShell(lang: string): boolean {
  return languages.get(lang.toLowerCase()) === shell;
}

/** The places of the parameters in a fence, in order, and what is wrong with it. A fence that does not parse is never filled. */
export function markPlaces(text: string, {lang, params}: Options): {places: Place[]; slips: PlaceSlip[]} {
  const {places, slips} = languages.get(lang.toLowerCase())?.(text, params) ?? {places: [], slips: []};
  return {places: [...places], slips: slips.map(({at, found, expected}) => ({...position(text, at), found, expected}))};
}

function shell(text: string, params: readonly string[]): Found {
  const faults = shellFaults(text);
  if (faults.length === 0) return {places: shellPlaces(text, params), slips: []};
  const slips = faults.map(({at, message}) => ({at, found: message, expected: 'a command that bash can parse'}));
  return {places: untouched(text, {params, why: 'does-not-parse'}), slips};
}

function position(text: string, at: number): {line: number; column: number} {
  const before = text.slice(0, at);
  return {line: before.split('\n').length, column: at - before.lastIndexOf('\n')};
}
