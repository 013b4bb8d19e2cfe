import {Doc, UndoManager, applyUpdate, encodeStateAsUpdate, encodeStateVector} from 'yjs';
import {
  addCard,
  addNote,
  beginBoard,
  commitTo,
  decideLastTry,
  groupCard,
  moveCard,
  removeCard,
  removeNote,
  writeCard,
} from '../../../src/retro/board/edit-board.ts';
import {readBoard} from '../../../src/retro/board/read-board.ts';
import {columns, outcomes, roots, type Board} from '../../../src/retro/board/shapes.ts';
import {randomFrom, type Random} from '../../bench/lint/random.ts';

/** One browser: its document, what has not reached it yet, and whether it can be reached. */
interface Replica {
  readonly document: Doc;
  readonly undo: UndoManager;
  readonly inbox: Uint8Array[];
  isThere: boolean;
}

export interface Outcome {
  /** What each replica shows in the end, and the whole of its document with its keys in order. */
  readonly boards: readonly {readonly board: Board; readonly canonical: string}[];
  /** Cards that somebody added and nobody took away or undid. */
  readonly kept: readonly string[];
}

const letters = 'ab cdé日本語😀👍🏽\n';
const by = Symbol('the person at this browser');

/**
 * From three to five people edit one board over a bad network, which drops, repeats and reorders updates and cuts people off. In the end all
 * hear of everything. The same seed gives the same run.
 */
export function editAtRandom(seed: number): Outcome {
  const random = randomFrom(seed);
  const first = new Doc();
  first.clientID = 1;
  const open = {text: 'Measure', owner: '@sre-primary', check: '2026-11-27', carried: 0};
  beginBoard(first, {agenda: 'kpt-60', phase: 'grouping', lang: 'en', date: '2026-11-27', lastTries: [{id: 'try-20261113-1', ...open}]});
  const replicas = Array.from({length: 3 + random.integer(3)}, (_, n): Replica => {
    const document = new Doc();
    document.clientID = n + 2;
    applyUpdate(document, encodeStateAsUpdate(first));
    const undo = new UndoManager([document.getMap(roots.cards)], {trackedOrigins: new Set([by]), captureTimeout: 0});
    return {document, undo, inbox: [], isThere: true};
  });
  for (const replica of replicas)
    replica.document.on('update', (update: Uint8Array, origin: unknown) => {
      // What came from the network is not sent on: each speaks for themselves.
      if (origin === network || !replica.isThere) return;
      for (const other of replicas) if (other !== replica && other.isThere) send(update, other, random);
    });

  const added = new Set<string>();
  const gone = new Set<string>();
  for (let step = 0; step < 120; step++) {
    const replica = random.pick(replicas);
    if (replica === undefined) break;
    if (random.integer(3) === 0) deliver(replica, random);
    else if (random.integer(20) === 0) replica.isThere = !replica.isThere;
    else if (random.integer(15) === 0) meet(replica, random.pick(replicas) ?? replica);
    else {
      const before = cardsOf(replica.document);
      // An undo inside of a change would be noted as a change.
      if (random.integer(20) > 0) replica.document.transact(() => edit(replica.document, random, step), by);
      else if (random.integer(2) === 0) replica.undo.undo();
      else replica.undo.redo();
      const after = cardsOf(replica.document);
      for (const id of after) added.add(id);
      for (const id of before) if (!after.has(id)) gone.add(id);
    }
  }
  for (const replica of replicas) while (replica.inbox.length > 0) deliver(replica, random);
  for (const replica of replicas) meet(first, replica);
  for (const replica of replicas) meet(first, replica);
  return {
    boards: replicas.map(({document}) => ({board: readBoard(document), canonical: canonical(document)})),
    kept: [...added].filter((id) => !gone.has(id)),
  };
}

const network = 'network';

function send(update: Uint8Array, {inbox}: Replica, random: Random): void {
  if (random.integer(10) === 0) return;
  inbox.push(update);
  if (random.integer(10) === 0) inbox.push(update);
}

/** Any of what is on its way may come next. */
function deliver({document, inbox, isThere}: Replica, random: Random): void {
  const [update] = inbox.splice(random.integer(inbox.length), 1);
  if (update !== undefined && isThere) applyUpdate(document, update, network);
}

/** Each gives the other what they miss, as after a connection has come back. */
function meet(one: Doc | Replica, other: Replica): void {
  const a = one instanceof Doc ? one : one.document;
  const b = other.document;
  const [forA, forB] = [encodeStateAsUpdate(b, encodeStateVector(a)), encodeStateAsUpdate(a, encodeStateVector(b))];
  applyUpdate(a, forA, network);
  applyUpdate(b, forB, network);
}

function edit(document: Doc, random: Random, step: number): void {
  const {cards, notes} = readBoard(document);
  const id = random.pick(cards)?.id;
  const text = random.letters(random.integer(12), letters);
  const column = random.pick(columns) ?? 'keep';
  const kind = random.integer(19);
  if (kind < 5 || id === undefined) addCard(document, {id: `${document.clientID}-${step}`, column, text, createdAt: step});
  else if (kind < 9) writeCard(document, id, spliced(cards.find((card) => card.id === id)?.text ?? '', text, random));
  else if (kind < 12) moveCard(document, id, {column, before: random.pick(cards)?.id});
  else if (kind < 14) groupCard(document, id, random.integer(4) === 0 ? undefined : random.pick(cards)?.id);
  else if (kind === 14) removeCard(document, id);
  else if (kind === 15) commitTo(document, id, random.integer(3) === 0 ? undefined : {owner: '@sre-lead', firstStep: text});
  else if (kind === 16) decideLastTry(document, 'try-20261113-1', {outcome: random.pick(outcomes) ?? 'keep', learned: text});
  else if (kind === 17) addNote(document, text, step);
  else removeNote(document, random.pick(notes)?.id ?? '');
}

function spliced(before: string, text: string, random: Random): string {
  const at = random.integer(before.length + 1);
  return before.slice(0, at) + text + before.slice(at + random.integer(4));
}

function cardsOf(document: Doc): Set<string> {
  return new Set(readBoard(document).cards.map(({id}) => id));
}

function canonical(document: Doc): string {
  const all = Object.fromEntries(Object.values(roots).map((root) => [root, document.getMap(root).toJSON()]));
  return JSON.stringify(all, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
