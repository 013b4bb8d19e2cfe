import {escapeLine} from '../../runbook/timeline/escape.ts';
import type {BoardAgenda} from '../board/agenda.ts';
import {shortBoardId} from '../board/board-id.ts';
import type {Board, Card, LastTry} from '../board/shapes.ts';
import {outlines, votesAtEnd, type Outline} from './outline.ts';
import {plainLine, plainLines} from './plain.ts';
import {scalar} from './scalar.ts';
import {table} from './table.ts';

interface Options {
  readonly agenda: BoardAgenda;
  /** The board's id. Whoever has it can read the board, so the record says only its beginning. */
  readonly id: string;
  /** The Group that owns the record. */
  readonly owner?: string;
}

/**
 * The record of a retrospective: a page of Markdown with front matter, in the language of the board, ready for a pull request. What people
 * wrote stays words, whatever signs are in it; line ends stay in lists and become spaces in tables. Who led and how many were there is left
 * to fill in, for the board does not know it.
 */
export function toMarkdown(board: Board, {agenda, id, owner = 'sre'}: Options): string {
  const {meta, cards, lastTries, notes} = board;
  const say = outlines[meta.lang];
  const chosen = cards.filter(({column, commitment}) => column === 'try' && commitment !== undefined);
  const others = inGroups(cards.filter((card) => card.column === 'try' && card.commitment === undefined));
  const column = (name: 'keep' | 'problem'): string =>
    list(inGroups(cards.filter((card) => card.column === name)), {say, isCounted: name === 'problem'}) ?? say.nothing[name];
  const sections: readonly (readonly [heading: string, body: string | undefined])[] = [
    [say.sections.lastTries, lastTries.length === 0 ? say.nothing.lastTries : lastTable(lastTries, say)],
    [say.sections.keep, column('keep')],
    [say.sections.problem, column('problem')],
    [say.sections.try, chosen.length === 0 ? say.nothing.try : tryTable(chosen, say)],
    [say.sections.others, list(others, {say, isCounted: false})],
    [
      say.sections.closing,
      list(
        notes.map(({text}) => ({text, followers: []})),
        {say, isCounted: false},
      ) ?? say.nothing.closing,
    ],
  ];
  return [
    `---\n${matter(board, {agenda, id, owner, chosen})}\n---`,
    say.about.map((line) => `- ${line}`).join('\n'),
    ...sections.flatMap(([heading, body]) => (body === undefined ? [] : [`## ${heading}`, body])),
  ]
    .join('\n\n')
    .concat('\n');
}

function matter({meta}: Board, {agenda, id, owner, chosen}: Required<Options> & {readonly chosen: readonly Card[]}): string {
  const say = outlines[meta.lang];
  const tries = chosen.map(({text}) => brief(text)).filter(Boolean);
  const name = agenda.id.startsWith('kpt') ? 'KPT' : plainLine(agenda.title[meta.lang]);
  const fields = {
    title: `${name} ${plainLine(meta.date)}`,
    description: tries.length === 0 ? say.nothing.try : say.description(tries),
    kind: 'retro-record',
    owner,
    status: 'adopted',
    lang: meta.lang,
    date: meta.date,
    agenda: agenda.id,
    board: shortBoardId(id),
  };
  return Object.entries(fields)
    .map(([key, value]) => `${key}: ${scalar(plainLine(value))}`)
    .join('\n');
}

const longestInDescription = 100;

function brief(text: string): string {
  const line = plainLine(text).replace(/[.。]+$/, '');
  const signs = Array.from(line);
  return signs.length <= longestInDescription
    ? line
    : `${signs
        .slice(0, longestInDescription - 1)
        .join('')
        .trimEnd()}…`;
}

interface Group {
  readonly text: string;
  readonly votes?: number | undefined;
  readonly followers: readonly Pick<Card, 'text' | 'votes'>[];
}

/** Those with most votes first. A card whose head stands in another column leads itself. */
function inGroups(cards: readonly Card[]): Group[] {
  const here = new Set(cards.map(({id}) => id));
  const followers = Map.groupBy(cards, ({group = ''}) => (here.has(group) ? group : ''));
  const groups = (followers.get('') ?? []).map(({id, text, votes}) => ({text, votes, followers: followers.get(id) ?? []}));
  return groups.toSorted((a, b) => votesOf(b) - votesOf(a));
}

function votesOf({votes = 0, followers}: Group): number {
  return followers.reduce((sum, card) => sum + (card.votes ?? 0), votes);
}

/** Undefined when nobody wrote anything. */
function list(groups: readonly Group[], {say, isCounted}: {readonly say: Outline; readonly isCounted: boolean}): string | undefined {
  const item = ({text: said, votes}: Pick<Card, 'text' | 'votes'>, indent: string, always = false): string | undefined => {
    const lines = plainLines(said).map(escapeLine);
    if (lines.length === 0) return undefined;
    // What only looks like a count is followed by the real one, so that nobody takes it for that.
    const isSaid = (votes ?? 0) > 0 || (always && votes !== undefined) || votesAtEnd.test(said.trim());
    const count = isSaid ? say.votes(votes ?? 0) : '';
    const text = lines.reduce((above, line) => `${apart(above)}\\\n${indent}  ${line}`);
    return `${indent}- ${/^\S/.test(count) ? apart(text) : text}${count}`;
  };
  const items = groups.flatMap((group) => {
    const head = item(group, '', isCounted);
    const below = group.followers.flatMap((card) => item(card, head === undefined ? '' : '  ') ?? []);
    return head === undefined ? below : [head, ...below];
  });
  return items.length === 0 ? undefined : items.join('\n');
}

/** An address takes in what stands right behind it. */
function apart(line: string): string {
  return /https?:\/\/\S*$/.test(line) ? `${line} ` : line;
}

function lastTable(tries: readonly LastTry[], say: Outline): string {
  return table([
    say.lastTries,
    ...tries.map(({id, text, owner, outcome, learned, nextCheck}) => [
      [code(id), cell(text)].filter(Boolean).join(' '),
      code(owner),
      outcome === undefined ? say.undecided : outcome === 'keep' && isDay(nextCheck) ? say.keepUntil(nextCheck) : say.outcomes[outcome],
      cell(learned),
    ]),
  ]);
}

function tryTable(chosen: readonly Card[], say: Outline): string {
  return table([
    say.tries,
    ...chosen.map(({text, commitment}) => [
      cell(text),
      code(commitment?.owner ?? ''),
      cell(commitment?.firstStep ?? ''),
      cell(commitment?.check ?? ''),
    ]),
  ]);
}

function cell(text: string): string {
  return escapeLine(plainLine(text));
}

/** A name of the handbook stands as code; what only claims to be one, as words. */
function code(text: string): string {
  return /^@?[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? `\`${text}\`` : cell(text);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}
