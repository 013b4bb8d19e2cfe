import type {Root, RootContent} from 'mdast';
import type {Language} from '../../catalog/contract.ts';
import {SlipError, type Slip} from '../../catalog/slip.ts';
import {frontMatterOf} from '../../lint/content.ts';
import {parsePage} from '../../lint/parse.ts';
import {FrontMatter} from '../../page/contract.ts';
import type {Outcome} from '../board/shapes.ts';
import {outlines} from './outline.ts';
import {cardsOf, partOf, rowsOf, type RecordedCard} from './record-parts.ts';

interface Placed {
  readonly line: number;
  readonly column: number;
}

/** A Try of an earlier retrospective, and what this one said of it. */
export interface RecordedResult extends Placed {
  /** Undefined where somebody wrote the record by hand and left it out. */
  readonly id: string | undefined;
  readonly text: string;
  /** Undefined when nothing was decided. */
  readonly outcome: Outcome | undefined;
  readonly learned: string;
  /** Of one that is kept: the new day to look; empty when none is named. */
  readonly nextCheck: string;
}

/** A Try that was chosen. What was not written is empty. */
export interface RecordedTry extends Placed {
  readonly text: string;
  readonly owner: string;
  readonly firstStep: string;
  readonly check: string;
}

export interface RecordedCards {
  readonly date: string;
  readonly lang: Language;
  readonly keeps: readonly RecordedCard[];
  readonly problems: readonly RecordedCard[];
}

export interface RetroRecord extends RecordedCards {
  readonly agenda: string;
  readonly lastTries: readonly RecordedResult[];
  readonly tries: readonly RecordedTry[];
}

/**
 * Reads the record of a retrospective: what `toMarkdown` writes, or the template filled by hand.
 * @throws {SlipError} with the line of everything that cannot be read.
 */
export function readRecord(text: string, {file}: Options): RetroRecord {
  const {tree, matter, slips} = open(text, file);
  const lastTries = resultsOf(tree, file, slips);
  const tries = triesOf(tree, file, slips);
  if (matter === undefined || slips.length > 0) throw new SlipError(slips);
  return {...cardsIn(tree, matter), agenda: matter.agenda, lastTries, tries};
}

/**
 * Only the cards, of a record in any form.
 * @throws {SlipError} when it is no record.
 */
export function readCards(text: string, {file}: Options): RecordedCards {
  const {tree, matter, slips} = open(text, file);
  if (matter === undefined || slips.length > 0) throw new SlipError(slips);
  return cardsIn(tree, matter);
}

interface Options {
  /** As slips name it. */
  readonly file: string;
}

function open(text: string, file: string): {tree: Root; matter: RecordMatter | undefined; slips: Slip[]} {
  const tree = parsePage(file, text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'));
  if ('rule' in tree) {
    const {line, column, message} = tree;
    throw new SlipError([{file, line, column, found: `what is no MDX (${message})`, expected: 'the record of a retrospective'}]);
  }
  const slips: Slip[] = [];
  return {tree, matter: readMatter(tree, file, slips), slips};
}

type RecordMatter = FrontMatter & {kind: 'retro-record'};

function cardsIn(tree: Root, {date, lang}: RecordMatter): RecordedCards {
  return {date, lang, keeps: cardsOf(tree, 'keep'), problems: cardsOf(tree, 'problem')};
}

function readMatter(tree: Root, file: string, slips: Slip[]): RecordMatter | undefined {
  const source = frontMatterOf(tree, file, slips);
  if (source === undefined) {
    if (slips.length === 0)
      slips.push({file, line: 1, column: 1, found: 'no front matter', expected: 'that of a record, with kind: retro-record'});
    return undefined;
  }
  const matter = source.check(FrontMatter, slips);
  if (matter === undefined || matter.kind === 'retro-record') return matter;
  slips.push({...source.place(['kind']), found: `kind: ${matter.kind}`, expected: 'kind: retro-record'});
  return undefined;
}

/** The Tries that a record chose; undefined when they stand in no table that can be read. */
export function chosenIn(tree: Root): RecordedTry[] | undefined {
  const rows = rowsOf(partOf(tree, 'try'), {
    text: /^try$/i,
    owner: /^(?:owner|担当)/i,
    firstStep: /^(?:first step|最初の一歩)/i,
    check: /^(?:check date|確認日)/i,
  });
  return rows?.map(({cells, line, column}) => ({...cells, line, column}));
}

function triesOf(tree: Root, file: string, slips: Slip[]): RecordedTry[] {
  return chosenIn(tree) ?? unread(partOf(tree, 'try'), {file, slips, columns: outlines.en.tries});
}

function resultsOf(tree: Root, file: string, slips: Slip[]): RecordedResult[] {
  const part = partOf(tree, 'lastTries');
  const rows = rowsOf(part, {text: /^try$/i, result: /^(?:result|結果)/i, learned: /^(?:what we learned|わかったこと)/i});
  if (rows === undefined) return unread(part, {file, slips, columns: outlines.en.lastTries});
  return rows.flatMap(({cells: {text, result, learned}, line, column}) => {
    const said = readResult(result);
    if (said === undefined) {
      slips.push({file, line, column, found: `the result ${JSON.stringify(result)}`, expected: 'done, drop or keep'});
      return [];
    }
    const [, id, rest = text] = /^(try-\d{8}-[1-9]\d*)\s*(.*)$/su.exec(text) ?? [];
    return [{id, text: rest.trim(), ...said, learned, line, column}];
  });
}

/** `keep, check on 2026-02-13`, `続ける（確認日：2026-02-13）`, `done` */
function readResult(said: string): Pick<RecordedResult, 'outcome' | 'nextCheck'> | undefined {
  const [nextCheck = ''] = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/.exec(said) ?? [];
  const word = said.trim().toLowerCase();
  if (word === '' || Object.values(outlines).some(({undecided}) => undecided === word)) return {outcome: undefined, nextCheck: ''};
  for (const {outcomes} of Object.values(outlines))
    for (const [outcome, name] of Object.entries(outcomes) as [Outcome, string][])
      if (new RegExp(`^${name}(?![a-z])`).test(word)) return {outcome, nextCheck: outcome === 'keep' ? nextCheck : ''};
  return undefined;
}

/** Words such as "There were none" are no list of Tries. Anything else that is not read would be lost in silence. */
function unread(
  part: readonly RootContent[],
  {file, slips, columns}: {readonly file: string; readonly slips: Slip[]; readonly columns: readonly string[]},
): [] {
  const other = part.find(({type}) => type === 'list' || type === 'table');
  if (other !== undefined) {
    const {line = 1, column = 1} = other.position?.start ?? {};
    slips.push({file, line, column, found: `a ${other.type}`, expected: `a table with the columns ${columns.join(', ')}`});
  }
  return [];
}
