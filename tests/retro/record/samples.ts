import type {BoardAgenda} from '../../../src/retro/board/agenda.ts';
import type {Board, Card, LastTry} from '../../../src/retro/board/shapes.ts';

export const agenda: BoardAgenda = {
  id: 'kpt-60',
  title: {en: 'KPT in 60 minutes', ja: '60分のKPT'},
  minutes: 8,
  group_size: {from: 3, to: 9},
  boxes: [{id: 'writing', title: {en: 'Writing', ja: '書く'}, kind: 'writing', minutes: 8, text: {en: 'Write.', ja: '書きます。'}}],
};
export const id = 'Qw3rTy-uIoP_asdfghjkLz';

export function card(name: string, column: Card['column'], text: string, more: Partial<Card> = {}): Card {
  return {id: name, column, text, order: 1, createdAt: 0, ...more};
}

export function lastTry(more: Partial<LastTry> = {}): LastTry {
  return {
    id: 'try-20260116-1',
    text: 'Look at the log first',
    owner: '@sre-lead',
    check: '2026-01-30',
    carried: 0,
    outcome: 'done',
    learned: '',
    nextCheck: '',
    ...more,
  };
}

export function board(more: Partial<Omit<Board, 'meta'>> & {readonly meta?: Partial<Board['meta']>} = {}): Board {
  const {meta, ...rest} = more;
  return {
    meta: {phase: 'closed', agenda: 'kpt-60', lang: 'en', date: '2026-01-30', ...meta},
    cards: [],
    lastTries: [],
    notes: [],
    ...rest,
  };
}

/** A retrospective in which everything happened. */
export function fullBoard(lang: 'en' | 'ja' = 'en'): Board {
  const say = (en: string, ja: string): string => (lang === 'en' ? en : ja);
  return board({
    meta: {lang},
    lastTries: [
      lastTry({learned: say('It takes a minute', '1分で済む')}),
      lastTry({id: 'try-20260116-2', text: say('Order a volume', 'ボリュームを頼む'), outcome: 'keep', nextCheck: '2026-02-13'}),
      lastTry({
        id: 'try-20260116-3',
        text: say('Write a page', 'ページを書く'),
        outcome: 'drop',
        learned: say('Nobody read it', '読まれなかった'),
      }),
      lastTry({id: 'try-20260116-4', text: say('Ask twice', '2回聞く'), outcome: undefined}),
    ],
    cards: [
      card('k', 'keep', say('The page said what only looks', '見るだけの手順が分かった'), {votes: 1}),
      card('p', 'problem', say('The alert fired nine nights', 'アラートが9晩鳴った'), {votes: 0}),
      card('q', 'problem', say('Nobody knew the page', 'どのページか分からない'), {votes: 2}),
      card('r', 'problem', say('The page was hard to find', 'ページが見つからない'), {votes: 1, group: 'q'}),
      card('t', 'try', say('Measure the wait | of the batch', '待ち時間を測る | バッチ'), {
        commitment: {owner: '@sre-lead', firstStep: say("Read Monday's log", '月曜のログを読む'), check: '2026-02-13'},
      }),
      card('u', 'try', say('Buy more', 'もっと買う'), {votes: 1}),
    ],
    notes: [{id: 'n', text: say('Shorter', '短く'), createdAt: 0}],
  });
}
