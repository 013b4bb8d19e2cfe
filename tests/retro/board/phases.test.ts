import {Doc} from 'yjs';
import {describe, expect, it} from 'vitest';
import {columnsOf, isForBoard, type BoardAgenda} from '../../../src/retro/board/agenda.ts';
import {addCard, removeCard, voteFor, writeCard} from '../../../src/retro/board/edit-board.ts';
import {boxOf, moveTo, nextBox, setEnd, setLeader} from '../../../src/retro/board/phases.ts';
import {readBoard, readMeta, readOwn} from '../../../src/retro/board/read-board.ts';
import {closed, roots} from '../../../src/retro/board/shapes.ts';
import {boardIn, card} from './documents.ts';

const text = {en: 'x', ja: 'x'};
const agenda: BoardAgenda = {
  id: 'test',
  title: text,
  minutes: 4,
  group_size: {from: 1, to: 9},
  boxes: (['writing', 'grouping', 'voting', 'closing'] as const).map((kind) => ({
    id: kind,
    kind,
    title: text,
    text,
    minutes: 1,
    ...(kind === 'voting' && {votes: 2}),
  })),
};

/** A person who has written these, with the time at which they did. */
function person(...texts: string[]): Doc {
  const own = new Doc();
  texts.forEach((each, n) => addCard(own, {id: `id of ${each}`, column: 'keep', text: each, createdAt: 1_000 + n}));
  return own;
}

const always = (random: number) => (): number => random;
const go = (board: Doc, phase: string, {owns = [], random = always(0)}: {owns?: readonly Doc[]; random?: () => number} = {}): void =>
  moveTo({board, owns}, {phase, agenda, random});
const texts = (board: Doc): string[] => readBoard(board).cards.map((each) => each.text);

describe('the boxes of an agenda', () => {
  it('follow each other to the last', () => {
    expect(boxOf(agenda, 'voting')?.votes).toBe(2);
    expect(boxOf(agenda, 'lunch')).toBeUndefined();
    expect(boxOf(undefined, 'voting')).toBeUndefined();
    expect(nextBox(agenda, 'writing')?.id).toBe('grouping');
    expect(nextBox(agenda, 'closing')).toBeUndefined();
  });

  it('ask for Keep and Problem unless they say what is written', () => {
    expect(columnsOf({kind: 'writing'})).toEqual(['keep', 'problem']);
    expect(columnsOf({kind: 'writing', columns: ['try']})).toEqual(['try']);
    expect(columnsOf({kind: 'grouping', columns: ['try']})).toEqual([]);
  });

  it('make a board only where something is written', () => {
    expect(isForBoard(agenda)).toBe(true);
    expect(isForBoard({...agenda, boxes: agenda.boxes.slice(1)})).toBe(false);
  });
});

describe('the end of a box of writing', () => {
  it('brings the drafts to the board, with their ids and without what tells whose they are', () => {
    const board = boardIn('writing');
    const [a, b] = [person('one', 'two'), person('three')];
    go(board, 'grouping', {owns: [a, b]});
    const {cards, meta} = readBoard(board);
    expect(meta.phase).toBe('grouping');
    expect(cards.map(({id}) => id).toSorted()).toEqual(['id of one', 'id of three', 'id of two']);
    expect(cards.map(({createdAt}) => createdAt)).toEqual([0, 0, 0]);
    expect([...board.store.clients.keys()]).toEqual([board.clientID]);
    expect([readOwn(a).drafts, readOwn(b).drafts]).toEqual([[], []]);
  });

  it('shuffles: every order comes, and each about as often', () => {
    const orders = new Map<string, number>();
    let state = 7;
    const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let n = 0; n < 600; n++) {
      const board = boardIn('writing');
      go(board, 'grouping', {owns: [person('a', 'b'), person('c')], random});
      const order = texts(board).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders.keys()].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const amount of orders.values()) expect(amount).toBeGreaterThan(60);
  });

  it('drops drafts in which nothing was written', () => {
    const board = boardIn('writing');
    go(board, 'grouping', {owns: [person('words', ' \n\u3000')]});
    expect(texts(board)).toEqual(['words']);
  });

  it('brings none that is on the board already, and keeps what was written there', () => {
    const board = boardIn('writing');
    const own = person('one');
    const late = person('one');
    go(board, 'grouping', {owns: [own]});
    writeCard(board, 'id of one', 'one, mended');
    go(board, 'writing');
    go(board, 'grouping', {owns: [late]});
    expect(texts(board)).toEqual(['one, mended']);
  });

  it('comes again when the team goes back to it', () => {
    const board = boardIn('writing');
    const own = person('one');
    go(board, 'grouping', {owns: [own]});
    go(board, 'writing', {owns: [own]});
    card(own, 'two');
    expect(texts(board)).toEqual(['one']);
    go(board, 'voting', {owns: [own]});
    expect(texts(board)).toEqual(['one', 'two']);
  });

  it('has not come when the same box begins again', () => {
    const board = boardIn('writing');
    const own = person('one');
    moveTo({board, owns: [own]}, {phase: 'writing', agenda, endsAt: 5, random: always(0)});
    expect(texts(board)).toEqual([]);
    expect(readOwn(own).drafts).toHaveLength(1);
    expect(readMeta(board).endsAt).toBe(5);
  });

  it('shows nothing at the end of another box', () => {
    const board = boardIn('grouping');
    go(board, 'voting', {owns: [person('late')]});
    expect(texts(board)).toEqual([]);
  });

  it('is done for fifty people with forty drafts each', () => {
    const board = boardIn('writing');
    const owns = Array.from({length: 50}, (_, n) => person(...Array.from({length: 40}, (__, m) => `${n} ${m}`)));
    go(board, 'grouping', {owns, random: Math.random});
    expect(texts(board)).toHaveLength(2000);
  });
});

describe('the end of a box of voting', () => {
  function voted(...votes: Readonly<Record<string, number>>[]): {readonly board: Doc; readonly owns: Doc[]} {
    const board = boardIn('voting');
    for (const id of ['a', 'b', 'c']) card(board, id);
    const owns = votes.map((given) => {
      const own = new Doc();
      for (const [id, count] of Object.entries(given)) voteFor(own, id, count);
      return own;
    });
    return {board, owns};
  }
  const totals = (board: Doc): (number | undefined)[] => readBoard(board).cards.map(({votes}) => votes);

  it('counts of each person no more than they have', () => {
    const {board, owns} = voted({a: 2}, {a: 1, b: 1}, {a: 5, b: 5, c: 5}, {c: 1_000_000});
    go(board, 'closing', {owns});
    expect(totals(board)).toEqual([5, 1, 2]);
  });

  it('counts nothing for a card that is gone, and none of a vote that is lost with it', () => {
    const {board, owns} = voted({a: 2, b: 1});
    removeCard(board, 'a');
    go(board, 'closing', {owns});
    expect(totals(board)).toEqual([1, 0]);
    expect([...board.getMap(roots.votes).keys()]).toEqual(['b']);
  });

  it('counts anew when the team goes back and votes again', () => {
    const {board, owns} = voted({a: 2});
    go(board, 'grouping', {owns});
    expect(totals(board)).toEqual([2, 0, 0]);
    go(board, 'voting', {owns});
    for (const own of owns) {
      voteFor(own, 'a', 0);
      voteFor(own, 'c', 1);
    }
    go(board, 'closing', {owns});
    expect(totals(board)).toEqual([0, 0, 1]);
  });
});

describe('closing', () => {
  it('takes nobody’s words away, from whatever box', () => {
    for (const phase of ['writing', 'closing']) {
      const board = boardIn(phase);
      go(board, closed, {owns: [person('late')]});
      expect([readMeta(board).phase, texts(board)]).toEqual([closed, ['late']]);
    }
  });
});

describe('time and role', () => {
  it('run until they are stopped or handed on', () => {
    const board = boardIn('grouping');
    setEnd(board, 1_000);
    setLeader(board, 'abc');
    expect(readMeta(board)).toMatchObject({endsAt: 1_000, leader: 'abc'});
    setEnd(board, undefined);
    setLeader(board, 'def');
    expect(readMeta(board)).toMatchObject({endsAt: undefined, leader: 'def'});
  });

  it('leave no time running from the box before', () => {
    const board = boardIn('grouping');
    setEnd(board, 1_000);
    go(board, 'voting');
    expect(readMeta(board).endsAt).toBeUndefined();
  });
});
