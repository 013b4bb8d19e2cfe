import {Map as YMap, Text as YText, type Doc} from 'yjs';
import {
  columns,
  outcomes,
  roots,
  type Board,
  type Card,
  type Column,
  type Commitment,
  type LastTry,
  type Meta,
  type Note,
  type Own,
} from './shapes.ts';

/**
 * A board out of its document. Whatever does not look like a part of a board is left out: anybody with its address can write to it, and one
 * strange card must not take the others away.
 */
export function readBoard(document: Doc): Board {
  const totals = readVotes(document);
  const hasTotals = readMetaField(document, 'counted') === true;
  const cards = readCards(document).map((card) => (hasTotals ? {...card, votes: totals.get(card.id) ?? 0} : card));
  return {meta: readMeta(document), cards, lastTries: readLastTries(document), notes: readNotes(document)};
}

/** What one person has for themselves. */
export function readOwn(document: Doc): Own {
  return {drafts: readCards(document), votes: readVotes(document)};
}

export function readMeta(document: Doc): Meta {
  const field = (name: string): unknown => readMetaField(document, name);
  return {
    phase: text(field('phase')),
    endsAt: number(field('endsAt')),
    agenda: text(field('agenda')),
    lang: field('lang') === 'ja' ? 'ja' : 'en',
    date: text(field('date')),
    leader: text(field('leader')) || undefined,
  };
}

/** In the order in which they stand in their column. */
export function readCards(document: Doc): Card[] {
  const cards = entriesOf(document, roots.cards).flatMap(([id, entry]): Card[] => {
    const column = columnOf(entry);
    if (column === undefined) return [];
    return [
      {
        id,
        column,
        text: text(entry.get('text')),
        order: number(entry.get('order')) ?? 0,
        createdAt: number(entry.get('createdAt')) ?? 0,
        group: text(entry.get('group')) || undefined,
        commitment: readCommitment(entry),
      },
    ];
  });
  const known = new Map(cards.map((card) => [card.id, card]));
  return cards.map((card) => ({...card, group: headOf(card, known)})).toSorted(inOrder);
}

/** When two people move a card at once and one of them undoes it, Yjs may leave it without a column. Its words must not vanish with that. */
function columnOf(entry: YMap<unknown>): Column | undefined {
  const held = entry.get('column');
  return held === undefined && entry.get('text') instanceof YText ? columns[0] : columns.find((known) => known === held);
}

function inOrder(a: Pick<Card, 'order' | 'id'>, b: Pick<Card, 'order' | 'id'>): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}

/** Two people may group two cards under each other at once: whoever comes first by id then leads. Nobody follows a card that is gone. */
function headOf(card: Card, known: ReadonlyMap<string, Card>): string | undefined {
  const passed = new Set<string>();
  let at = card;
  while (at.group !== undefined && !passed.has(at.id)) {
    passed.add(at.id);
    const next = known.get(at.group);
    if (next === undefined) break;
    at = next;
  }
  const isCircle = passed.has(at.id);
  const head = isCircle ? [...circleFrom(at, known)].toSorted()[0] : at.id;
  return head === card.id ? undefined : head;
}

function circleFrom(start: Card, known: ReadonlyMap<string, Card>): Set<string> {
  const circle = new Set<string>();
  for (let at: Card | undefined = start; at !== undefined && !circle.has(at.id); at = known.get(at.group ?? '')) circle.add(at.id);
  return circle;
}

function readCommitment(entry: YMap<unknown>): Commitment | undefined {
  if (entry.get('chosen') !== true) return undefined;
  return {owner: text(entry.get('owner')), firstStep: text(entry.get('firstStep')), check: text(entry.get('check'))};
}

function readLastTries(document: Doc): LastTry[] {
  const tries = entriesOf(document, roots.lastTries).map(([id, entry]) => ({
    id,
    text: text(entry.get('text')),
    owner: text(entry.get('owner')),
    check: text(entry.get('check')),
    carried: number(entry.get('carried')) ?? 0,
    outcome: outcomes.find((known) => known === entry.get('outcome')),
    learned: text(entry.get('learned')),
    nextCheck: text(entry.get('nextCheck')),
  }));
  return tries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function readNotes(document: Doc): Note[] {
  const notes = entriesOf(document, roots.notes).map(([id, entry]) => ({
    id,
    text: text(entry.get('text')),
    createdAt: number(entry.get('createdAt')) ?? 0,
  }));
  return notes.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Whole votes above zero. */
function readVotes(document: Doc): Map<string, number> {
  const votes = document.getMap<unknown>(roots.votes);
  return new Map(
    [...votes].flatMap(([id, count]) => (Number.isSafeInteger(count) && Number(count) > 0 ? [[id, Number(count)] as const] : [])),
  );
}

function readMetaField(document: Doc, name: string): unknown {
  return document.getMap<unknown>(roots.meta).get(name);
}

function entriesOf(document: Doc, root: string): [id: string, entry: YMap<unknown>][] {
  return [...document.getMap<unknown>(root)].filter((pair): pair is [string, YMap<unknown>] => pair[1] instanceof YMap);
}

function text(value: unknown): string {
  if (value instanceof YText) return value.toJSON();
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
