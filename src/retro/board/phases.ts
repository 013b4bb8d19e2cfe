import type {Doc} from 'yjs';
import {addCards, copyOf} from './edit-board.ts';
import {readBoard, readMeta, readOwn} from './read-board.ts';
import {closed, roots} from './shapes.ts';
import type {Box, BoardAgenda} from './agenda.ts';

/** The documents that a move reads and writes: of the board, and of each person. */
export interface Documents {
  readonly board: Doc;
  readonly owns: readonly Doc[];
}

export function boxOf(agenda: BoardAgenda | undefined, phase: string): Box | undefined {
  return agenda?.boxes.find(({id}) => id === phase);
}

/** The box that follows; undefined after the last one. */
export function nextBox(agenda: BoardAgenda, phase: string): Box | undefined {
  return agenda.boxes[agenda.boxes.findIndex(({id}) => id === phase) + 1];
}

/**
 * Goes to another box of the agenda, or closes the board. What the box that ends owes is done in the same breath: drafts come to the board in
 * an order that says nothing about whose they are, and votes are counted, of each person no more than they have.
 *
 * `random` gives numbers from 0 to 1 and decides the order of the drafts.
 */
export function moveTo(
  {board, owns}: Documents,
  {
    phase,
    agenda,
    endsAt,
    random,
  }: {
    readonly phase: string;
    readonly agenda: BoardAgenda | undefined;
    readonly endsAt?: number | undefined;
    readonly random: () => number;
  },
): void {
  const before = readMeta(board).phase;
  // Whoever begins the same box again has not ended it: nobody's drafts are shown by a slip of the hand.
  const ending = before === phase ? undefined : boxOf(agenda, before);
  board.transact(() => {
    // A facilitator who closes early takes nobody's words away.
    if (ending?.kind === 'writing' || phase === closed) reveal(board, owns, random);
    if (ending?.kind === 'voting') countVotes(board, owns, ending.votes ?? 0);
    const meta = board.getMap(roots.meta);
    meta.set('phase', phase);
    if (endsAt === undefined) meta.delete('endsAt');
    else meta.set('endsAt', endsAt);
  });
}

export function setEnd(board: Doc, endsAt: number | undefined): void {
  board.transact(() => {
    const meta = board.getMap(roots.meta);
    if (endsAt === undefined) meta.delete('endsAt');
    else meta.set('endsAt', endsAt);
  });
}

export function setLeader(board: Doc, leader: string): void {
  board.getMap(roots.meta).set('leader', leader);
}

function reveal(board: Doc, owns: readonly Doc[], random: () => number): void {
  const known = board.getMap(roots.cards);
  const drafts = owns.flatMap((own) => readOwn(own).drafts).filter(({id, text}) => text.trim() !== '' && !known.has(id));
  // When it was written would say who wrote in the same minute.
  addCards(
    board,
    shuffled(drafts, random).map((draft) => ({...copyOf(draft), createdAt: 0})),
  );
  for (const own of owns) own.transact(() => own.getMap(roots.cards).clear());
}

function countVotes(board: Doc, owns: readonly Doc[], each: number): void {
  const cards = new Set(readBoard(board).cards.map(({id}) => id));
  const totals = new Map<string, number>();
  for (const own of owns) {
    let left = each;
    for (const [card, wanted] of [...readOwn(own).votes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      if (!cards.has(card)) continue;
      const given = Math.min(left, wanted);
      left -= given;
      totals.set(card, (totals.get(card) ?? 0) + given);
    }
  }
  const votes = board.getMap(roots.votes);
  votes.clear();
  for (const [card, total] of totals) if (total > 0) votes.set(card, total);
  board.getMap(roots.meta).set('counted', true);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let n = mixed.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [mixed[n], mixed[other]] = [mixed[other] as T, mixed[n] as T];
  }
  return mixed;
}
