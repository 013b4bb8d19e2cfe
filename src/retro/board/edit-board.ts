import {Map as YMap, Text as YText, type Doc} from 'yjs';
import {readCards} from './read-board.ts';
import {longestText, roots, type Card, type Column, type Commitment, type LastTry, type Meta, type Outcome} from './shapes.ts';

/** 96 random bits: nobody has to be asked whether an id is free. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface NewBoard extends Pick<Meta, 'agenda' | 'phase' | 'lang' | 'date'> {
  readonly leader?: string | undefined;
  /** What is open from earlier retrospectives. */
  readonly lastTries: readonly Pick<LastTry, 'id' | 'text' | 'owner' | 'check' | 'carried'>[];
}

/** Fills the document of a new board. */
export function beginBoard(document: Doc, {lastTries, ...meta}: NewBoard): void {
  document.transact(() => {
    const map = document.getMap(roots.meta);
    for (const [name, value] of Object.entries(meta)) if (value !== undefined) map.set(name, value);
    for (const {id, ...fields} of lastTries) document.getMap(roots.lastTries).set(id, new YMap(Object.entries(fields)));
  });
}

type NewCard = Pick<Card, 'id' | 'column' | 'text' | 'createdAt'>;

/** Puts a card at the end of its column. */
export function addCard(document: Doc, {id = newId(), ...card}: Omit<NewCard, 'id'> & {readonly id?: string}): string {
  addCards(document, [{id, ...card}]);
  return id;
}

/** Puts cards at the end of their columns, one below the other. */
export function addCards(document: Doc, cards: readonly NewCard[]): void {
  const held = readCards(document);
  document.transact(() => {
    const ends = new Map<Column, number>();
    for (const {id, column, text, createdAt} of cards) {
      const inColumn = (): readonly Card[] => held.filter((card) => card.column === column && card.id !== id);
      const order = ends.has(column) ? (ends.get(column) ?? 0) + 1 : makeRoom(document, inColumn(), inColumn().length);
      ends.set(column, order);
      const entry = new YMap<unknown>([
        ['column', column],
        ['order', order],
        ['createdAt', createdAt],
        ['text', new YText(clean(text))],
      ]);
      document.getMap(roots.cards).set(id, entry);
    }
  });
}

/** Changes as little of a card's text as leads to the new one, so that two people can write in one card. Nothing happens to a card that is gone. */
export function writeCard(document: Doc, id: string, text: string): void {
  const entry = entryOf(document, roots.cards, id);
  if (entry !== undefined) writeText(document, entry, text);
}

/** Takes a card away. Those that followed it stand for themselves. */
export function removeCard(document: Doc, id: string): void {
  document.transact(() => {
    leaveGroup(document, id);
    document.getMap(roots.cards).delete(id);
  });
}

/** Moves a card in front of another one, or to the end of a column, out of its group. Those that follow it stay with it. */
export function moveCard(
  document: Doc,
  id: string,
  {column, before}: {readonly column: Column; readonly before?: string | undefined},
): void {
  const entry = entryOf(document, roots.cards, id);
  if (entry === undefined) return;
  const cards = readCards(document);
  const others = cards.filter((card) => card.column === column && card.id !== id);
  const found = others.findIndex((card) => card.id === before);
  document.transact(() => {
    leaveGroup(document, id);
    entry.set('order', makeRoom(document, others, found === -1 ? others.length : found));
    for (const {id: member} of cards.filter((card) => card.id === id || card.group === id))
      entryOf(document, roots.cards, member)?.set('column', column);
  });
}

/** The order of a card that will stand before the one at `at`. The column is numbered anew when no number is left there. */
function makeRoom(document: Doc, column: readonly Card[], at: number): number {
  const [low, high] = [column[at - 1]?.order, column[at]?.order];
  const order = high === undefined ? (low ?? 0) + 1 : low === undefined ? high - 1 : (low + high) / 2;
  if ((low === undefined || low < order) && (high === undefined || order < high)) return order;
  column.forEach(({id}, n) => entryOf(document, roots.cards, id)?.set('order', n + 1));
  return at + 0.5;
}

/**
 * Takes a card out of its group. Where two people grouped at once, a card may be in a group by way of this one, or the group be written on
 * this one's back: what everyone has seen together stays together.
 */
function leaveGroup(document: Doc, id: string): void {
  for (const card of readCards(document)) {
    const entry = entryOf(document, roots.cards, card.id);
    if (card.id === id) entry?.delete('group');
    else if (entry?.get('group') === id && card.group === undefined) entry.delete('group');
    else if (entry?.get('group') === id && card.group !== id) entry.set('group', card.group);
  }
}

/** Puts a card, with those that follow it, under another one; undefined takes it out of its group. Nothing happens when the other one is gone. */
export function groupCard(document: Doc, id: string, head: string | undefined): void {
  const cards = readCards(document);
  const target = cards.find((card) => card.id === head);
  const leads = target?.group ?? target?.id;
  document.transact(() => {
    if (head === undefined) leaveGroup(document, id);
    else if (leads !== undefined && leads !== id)
      for (const card of cards.filter((each) => each.id === id || each.group === id))
        entryOf(document, roots.cards, card.id)?.set('group', leads);
  });
}

/** Chooses a Try, changes what was said of it, or takes the choice back. */
export function commitTo(document: Doc, id: string, commitment: Partial<Commitment> | undefined): void {
  const entry = entryOf(document, roots.cards, id);
  if (entry === undefined) return;
  document.transact(() => {
    entry.set('chosen', commitment !== undefined);
    for (const [name, value] of Object.entries(commitment ?? {})) entry.set(name, clean(value));
  });
}

export function decideLastTry(
  document: Doc,
  id: string,
  fields: {readonly outcome?: Outcome; readonly learned?: string; readonly nextCheck?: string},
): void {
  const entry = entryOf(document, roots.lastTries, id);
  if (entry === undefined) return;
  document.transact(() => {
    for (const [name, value] of Object.entries(fields)) entry.set(name, clean(value));
  });
}

export function addNote(document: Doc, text: string, createdAt: number): string {
  const id = newId();
  const entry = new YMap<unknown>([
    ['text', clean(text)],
    ['createdAt', createdAt],
  ]);
  document.transact(() => document.getMap(roots.notes).set(id, entry));
  return id;
}

export function removeNote(document: Doc, id: string): void {
  document.transact(() => document.getMap(roots.notes).delete(id));
}

/** In a person's own document: how many votes they give to a card. */
export function voteFor(own: Doc, card: string, count: number): void {
  own.transact(() => {
    const votes = own.getMap(roots.votes);
    if (count > 0) votes.set(card, count);
    else votes.delete(card);
  });
}

/** Enough of a card to bring it to another document. */
export function copyOf({id, column, text, createdAt}: Card): Pick<Card, 'id' | 'column' | 'text' | 'createdAt'> {
  return {id, column, text, createdAt};
}

/** No longer than a text may be. Half of a character of two units becomes the sign that the others would get for it. */
function clean(text: string): string {
  return text.slice(0, longestText).toWellFormed();
}

function writeText(document: Doc, entry: YMap<unknown>, wanted: string): void {
  const next = clean(wanted);
  const held = entry.get('text');
  document.transact(() => {
    if (!(held instanceof YText)) {
      entry.set('text', new YText(next));
      return;
    }
    const now = held.toJSON();
    let start = 0;
    while (start < now.length && start < next.length && now[start] === next[start]) start++;
    let end = 0;
    while (end < now.length - start && end < next.length - start && now.at(-1 - end) === next.at(-1 - end)) end++;
    // Half of a character of two units would be sent as a broken one.
    if (start > 0 && /[\uD800-\uDBFF]/.test(now[start - 1] ?? '')) start--;
    if (end > 0 && /[\uDC00-\uDFFF]/.test(now.at(-end) ?? '')) end--;
    held.delete(start, now.length - start - end);
    held.insert(start, next.slice(start, next.length - end));
  });
}

function entryOf(document: Doc, root: string, id: string): YMap<unknown> | undefined {
  const entry = document.getMap<unknown>(root).get(id);
  return entry instanceof YMap ? entry : undefined;
}
