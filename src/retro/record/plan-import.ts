import type {Slip} from '../../catalog/slip.ts';
import type {Try} from '../../registers/contract.ts';
import {mostChosen} from '../board/shapes.ts';
import type {RecordedResult, RecordedTry, RetroRecord} from './read-record.ts';

/** What becomes of one Try of the register. */
export type Change =
  | {readonly kind: 'add'; readonly entry: Omit<Try, 'carried'>}
  | {readonly kind: 'end'; readonly id: string; readonly status: 'done' | 'dropped'}
  | {readonly kind: 'carry'; readonly id: string; readonly on: string; readonly check: string};

interface Around {
  /** Where the slips are: the record's file, as whoever called named it. */
  readonly file: string;
  /** The page that the record becomes, such as `retrospectives/records/2026-01-31-kpt`. */
  readonly page: string;
  readonly register: readonly Try[];
  /** Teams, and roles as `@role`. */
  readonly owners: ReadonlySet<string>;
}

/**
 * What a record changes in the register of Tries; nothing of what it has changed before, so that a second time is harmless. Slips say what the
 * register cannot take.
 */
export function planImport(record: RetroRecord, around: Around): {changes: Change[]; slips: Slip[]} {
  const slips: Slip[] = [];
  const changes = [...record.lastTries.flatMap((result) => decide(result, {record, around, slips})), ...add({record, around, slips})];
  return {changes, slips};
}

interface Planning {
  readonly record: RetroRecord;
  readonly around: Around;
  readonly slips: Slip[];
}

function add({record, around: {file, page, register, owners}, slips}: Planning): Change[] {
  const {date, lang, tries} = record;
  const tooMany = tries[mostChosen];
  if (tooMany !== undefined)
    slips.push({file, ...placeOf(tooMany), found: `${tries.length} Tries`, expected: `at most ${mostChosen}: choose, and drop the rest`});
  const missing = tries.flatMap((one) => missingIn(one, {date, owners}).map((slip) => ({file, ...placeOf(one), ...slip})));
  slips.push(...missing);
  const day = date.replaceAll('-', '');
  const mine = register.filter(({from}) => from === page);
  if (mine.length > 0) return [...same(tries, mine, {file, slips})];
  const taken = register.flatMap(({id}) => (id.startsWith(`try-${day}-`) ? [Number(id.split('-')[2])] : []));
  const first = Math.max(0, ...taken) + 1;
  return tries.map(({text, owner, firstStep, check}, n) => ({
    kind: 'add',
    entry: {id: `try-${day}-${first + n}`, text, lang, owner, first_step: firstStep, check, from: page, status: 'open'},
  }));
}

/** The register has the Tries of this record already: they must be the same. */
function same(tries: readonly RecordedTry[], mine: readonly Try[], {file, slips}: {file: string; slips: Slip[]}): [] {
  for (const one of tries)
    if (!mine.some(({text}) => folded(text) === folded(one.text)))
      slips.push({
        file,
        ...placeOf(one),
        found: `the Try ${show(one.text)}`,
        expected: `one that data/registers/tries.yaml has of this record: ${mine.map(({id}) => id).join(', ')}`,
      });
  return [];
}

function missingIn(
  {text, owner, firstStep, check}: RecordedTry,
  {date, owners}: {readonly date: string; readonly owners: ReadonlySet<string>},
): Pick<Slip, 'found' | 'expected'>[] {
  const names = [...owners].toSorted().join(', ');
  return [
    ...(text === '' ? [{found: 'a Try without words', expected: 'what is tried'}] : []),
    ...(owners.has(owner)
      ? []
      : [{found: owner === '' ? 'a Try without an owner' : `the owner ${show(owner)}`, expected: `one of ${names}`}]),
    ...(firstStep === '' ? [{found: 'a Try without a first step', expected: 'what is done first'}] : []),
    ...(isDay(check) && check >= date
      ? []
      : [{found: check === '' ? 'a Try without a check date' : `the check date ${show(check)}`, expected: `a day not before ${date}`}]),
  ];
}

function decide(result: RecordedResult, {record: {date}, around: {file, register}, slips}: Planning): Change[] {
  const slip = (found: string, expected: string): [] => {
    slips.push({file, ...placeOf(result), found, expected});
    return [];
  };
  const {outcome, nextCheck} = result;
  if (outcome === undefined) return [];
  const entry = register.find(({id, text}) => (result.id === undefined ? folded(text) === folded(result.text) : id === result.id));
  if (entry === undefined)
    return result.id === undefined
      ? slip(
          `the last Try ${show(result.text)} without its id`,
          'an id of data/registers/tries.yaml before its words, such as try-20260131-1',
        )
      : slip(`the last Try ${result.id}`, 'a Try of data/registers/tries.yaml');
  const {id, status, carried} = entry;
  if (outcome === 'keep') {
    if (carried.includes(date)) return [];
    if (status !== 'open') return slip(`keep for ${id}`, `what data/registers/tries.yaml says of it: ${status}`);
    if (!isDay(nextCheck) || nextCheck <= date)
      return slip(nextCheck === '' ? `keep for ${id} without a day` : `the day ${nextCheck}`, `a new day to look at it, after ${date}`);
    return [{kind: 'carry', id, on: date, check: nextCheck}];
  }
  const ended = outcome === 'done' ? 'done' : 'dropped';
  if (status === ended) return [];
  return status === 'open'
    ? [{kind: 'end', id, status: ended}]
    : slip(`${outcome} for ${id}`, `what data/registers/tries.yaml says of it: ${status}`);
}

/** The same words, whatever stands at their end. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.。]+/g, ' ')
    .trim();
}

/** Whether the calendar has it. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function placeOf({line, column}: Pick<Slip, 'line' | 'column'>): Pick<Slip, 'line' | 'column'> {
  return {line, column};
}

function show(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
